package axial.ingest;

import axial.clinic.Instrument;
import axial.question.Job;
import axial.question.VisitFields;
import axial.tables.VisitsTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What rows of OMOP tables say about visits. */
final class OmopFacts {
    private static final String EQUALS = "4172703";
    private static final int MOST_TEXTS = 10_000;

    private final OmopCodes codes;
    private final Map<String, Instrument> instruments;
    private final OmopUnits units;
    private final OmopTimes times;
    private final Map<String, String> texts = new HashMap<>();

    OmopFacts(OmopCodes codes, Map<String, Instrument> instruments, Job.Source source) {
        this.codes = codes;
        this.instruments = instruments;
        this.units = new OmopUnits(RedcapHeader.listed(source, "units"));
        this.times = codes.times();
    }

    /** What one row says; nothing where no field asks for its codes, or it has no value. */
    List<OmopFact> of(OmopTable table, RawRecord row) {
        List<String> written = codes(table, row);
        List<OmopFact> facts = new ArrayList<>();
        for (String field : OmopCodes.codedIn(table)) {
            String said = codes.said(field, written);
            if (said != null && !codes.translated(field, said).isBlank()) {
                facts.add(fact(table, row, new OmopCodes.Name(field, false), said, null));
            }
        }
        OmopCodes.Name name =
                table == OmopTable.MEASUREMENT || table == OmopTable.OBSERVATION ? codes.name(written) : null;
        if (name != null) {
            addValue(table, row, name, facts);
        }
        return facts;
    }

    private void addValue(OmopTable table, RawRecord row, OmopCodes.Name name, List<OmopFact> facts) {
        String number = text(row, "value_as_number");
        String value = number.isEmpty() ? word(row, name.field()) : number;
        if (value.isEmpty()) {
            return;
        }
        Optional<BigDecimal> factor = number.isEmpty() ? Optional.of(BigDecimal.ONE) : factor(row, name.field());
        String operator = OmopVisitRow.whole(text(row, "operator_concept_id"));
        Reason problem = null;
        if (factor.isEmpty()) {
            problem = Reason.of(
                    name.field(),
                    "unit_not_understood",
                    "in a unit that is not known for it; where it is the instrument's own, declare it with"
                            + " options: { units: … }",
                    "");
        } else if (!operator.isEmpty() && !operator.equals("0") && !operator.equals(EQUALS)) {
            problem = Reason.of(
                    name.field(), "number_not_understood", "a limit such as more than 8, not a number", value);
        }
        facts.add(fact(table, row, name, times(value, factor.orElse(BigDecimal.ONE)), problem));
    }

    /** The first value that the job's values translate, else the first there is. */
    private String word(RawRecord row, String field) {
        List<String> written = new ArrayList<>();
        for (String column : List.of("value_as_string", "value_as_concept_id", "value_source_value")) {
            String text = text(row, column);
            if (column.endsWith("_id")) {
                add(written, OmopVisitRow.whole(text));
            } else if (!text.isEmpty()) {
                written.add(text);
            }
        }
        return written.stream()
                .filter(value -> codes.translates(field, value))
                .findFirst()
                .orElse(written.isEmpty() ? "" : written.get(0));
    }

    private Optional<BigDecimal> factor(RawRecord row, String field) {
        String concept = OmopVisitRow.whole(text(row, "unit_concept_id"));
        String score = field.endsWith(VisitFields.AFTER)
                ? field.substring(0, field.length() - VisitFields.AFTER.length())
                : field;
        Instrument instrument = instruments.getOrDefault(field, instruments.get(score));
        String unit = instrument != null
                ? instrument.unit()
                : field.equals(VisitsTable.AGE) ? "years" : field.equals(VisitsTable.DURATION) ? "days" : "";
        return unit.isEmpty()
                ? Optional.of(BigDecimal.ONE)
                : units.factor(unit, concept.equals("0") ? "" : concept, text(row, "unit_source_value"));
    }

    /** The number in our unit and in its shortest form, so that equal numbers are equal texts. */
    private static String times(String value, BigDecimal factor) {
        if (!value.matches("-?\\d{1,30}(\\.\\d{1,30})?([eE][+-]?\\d{1,2})?")) {
            return value;
        }
        BigDecimal product = new BigDecimal(value).multiply(factor);
        return product.signum() == 0 ? "0" : product.stripTrailingZeros().toPlainString();
    }

    private OmopFact fact(OmopTable table, RawRecord row, OmopCodes.Name name, String value, @Nullable Reason problem) {
        return new OmopFact(
                OmopVisitRow.idOf(row.cells().apply("visit_occurrence_id")),
                table,
                row.line(),
                name.field(),
                name.byTime(),
                kept(value),
                times.day(text(row, table.date())),
                OmopTimes.second(text(row, table.datetime())),
                problem);
    }

    /** One text for all that are equal, since most scores are. */
    private String kept(String text) {
        return texts.size() < MOST_TEXTS ? texts.computeIfAbsent(text, same -> same) : texts.getOrDefault(text, text);
    }

    /** The codes of a row: what the source wrote, its concept, the standard concept; with the modifier first. */
    private static List<String> codes(OmopTable table, RawRecord row) {
        List<String> plain = new ArrayList<>();
        add(plain, text(row, table.column("source_value")));
        add(plain, OmopVisitRow.whole(text(row, table.column("source_concept_id"))));
        add(plain, OmopVisitRow.whole(text(row, table.column("concept_id"))));
        List<String> modifiers = new ArrayList<>();
        if (table == OmopTable.PROCEDURE_OCCURRENCE) {
            add(modifiers, text(row, "modifier_source_value"));
            add(modifiers, OmopVisitRow.whole(text(row, "modifier_concept_id")));
        }
        List<String> all = new ArrayList<>();
        plain.forEach(code -> modifiers.forEach(modifier -> all.add(code + " " + modifier)));
        all.addAll(plain);
        return all;
    }

    private static void add(List<String> codes, String code) {
        if (!code.isEmpty() && !code.equals("0")) {
            codes.add(code);
        }
    }

    private static String text(RawRecord row, String column) {
        String cell = row.cells().apply(column);
        return cell == null ? "" : cell.strip();
    }
}
