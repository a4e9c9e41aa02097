package axial.ingest;

import axial.question.Job;
import axial.tables.VisitsTable;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Code lists: CSV files that say what treatment codes mean. The columns are {@code system} (may be missing or empty: any),
 * {@code code} (a {@code *} at its end stands for anything), {@code technique} and {@code region} (may be missing or
 * empty); further columns are not read. A technique {@code none} is no treatment; {@code ?} is what the code leaves open.
 *
 * <pre>
 * system,code,technique,region,note
 * CPT,98941,manipulation,?,3 or 4 regions
 * SNOMED,399010004,manipulation,cervical,
 * ,TRT_EX,exercise,,our own code
 * CPT,992*,none,,visits without treatment
 * </pre>
 */
final class CodeLists {
    static final String OPEN = "?";
    static final String NONE = "none";
    private static final Pattern WORD = Pattern.compile("[a-z0-9_-]+");

    private final Map<String, String> meanings = new HashMap<>();
    private final List<String> problems;

    private CodeLists(List<String> problems) {
        this.problems = problems;
    }

    /** The source with its code lists in its {@code values}; what the job says there by itself wins. */
    static Job.Source into(Job.Source source, java.nio.file.Path folder, List<String> problems) {
        if (source.codeLists().isEmpty()) {
            return source;
        }
        CodeLists lists = new CodeLists(problems);
        source.codeLists()
                .forEach(list ->
                        lists.read(new SourceFile(Sources.place(list, folder).toString(), list)));
        source.values()
                .getOrDefault(VisitsTable.TREATMENTS, Map.of())
                .forEach((code, means) -> lists.meanings.put(Coding.of(code).key(), means));
        Map<String, Map<String, String>> values = new HashMap<>(source.values());
        values.put(VisitsTable.TREATMENTS, lists.meanings);
        return new Job.Source(
                source.path(),
                source.name(),
                source.format(),
                source.map(),
                values,
                source.options(),
                source.codeLists(),
                source.rules(),
                source.conversions());
    }

    private void read(SourceFile file) {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file.text(""))) {
            rows.forEach(row -> read(file, row));
        } catch (FileNotFoundException absent) {
            problems.add(file.shown() + ": no such file. The path is relative to the job file's folder; correct"
                    + "  code_lists  or put the file there.");
        } catch (InputRefused refused) {
            problems.addAll(refused.problems());
        } catch (IOException | UncheckedIOException | CsvParseException unreadable) {
            problems.addAll(file.unreadable(unreadable, 0).problems());
        }
    }

    private void read(SourceFile file, NamedCsvRecord row) {
        String where = file.shown() + ", line " + row.getStartingLineNumber() + ": ";
        if (row.findField("code").isEmpty() || row.findField("technique").isEmpty()) {
            problems.add(where + "there is no code or no technique. The columns of a code list are"
                    + " system, code, technique, region.");
            return;
        }
        String technique = row.getField("technique").strip();
        String region = row.findField("region").orElse("").strip();
        Coding code = Coding.of(row.findField("system").orElse(""), row.getField("code"));
        if (code.code().isEmpty()) {
            problems.add(where + "the code is empty. Write one, or remove the line.");
        }
        if (!isWord(technique) || !(region.isEmpty() || isWord(region))) {
            problems.add(
                    where + "technique and region are words of small letters, digits, - and _, such as manipulation"
                            + " and cervical; none is no treatment, ? is what the code leaves open.");
        }
        String meaning = region.isEmpty() || technique.equals(NONE) ? technique : technique + ":" + region;
        String other = meanings.putIfAbsent(code.key(), meaning);
        if (other != null && !other.equals(meaning)) {
            problems.add(where + "the code stands in the lists already, with another meaning. Keep one of them.");
        }
    }

    private static boolean isWord(String text) {
        return text.equals(OPEN) || WORD.matcher(text).matches();
    }
}
