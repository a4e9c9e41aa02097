package axial.ingest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The units that measurements may come in, and how many of ours one of theirs is. */
final class OmopUnits {
    private final Set<String> ours;
    private final Map<String, BigDecimal> factors = new HashMap<>();

    /**
     * The known units, and those the job declares.
     *
     * @param declared concepts or texts that stand for the instrument's own unit
     */
    OmopUnits(List<String> declared) {
        ours = new HashSet<>(declared);
        for (NamedCsvRecord row : rows("omop-units.csv")) {
            BigDecimal factor = new BigDecimal(row.getField("factor"));
            factors.put(key(row.getField("unit"), row.getField("code")), factor);
            factors.put(key(row.getField("unit"), row.getField("concept")), factor);
        }
    }

    private static String key(String unit, String theirs) {
        return unit + "\u001f" + theirs;
    }

    /** The rows of a table that is part of the program. */
    static List<NamedCsvRecord> rows(String table) {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        Objects.requireNonNull(OmopUnits.class.getResourceAsStream(table)), StandardCharsets.UTF_8))) {
            return rows.stream().toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * How many of our units one of theirs is; empty where that is not known.
     *
     * @param unit the instrument's
     * @param concept theirs, empty or 0 where it has none
     * @param text theirs as the source wrote it, for where there is no concept
     */
    Optional<BigDecimal> factor(String unit, String concept, String text) {
        String theirs = concept.isEmpty() ? text : concept;
        if (theirs.isEmpty() || ours.contains(theirs) || ours.contains(text)) {
            return Optional.of(BigDecimal.ONE);
        }
        return Optional.ofNullable(factors.get(key(unit, theirs)));
    }
}
