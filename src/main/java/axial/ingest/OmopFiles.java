package axial.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * OMOP tables as files. Visits and what the codes ask for are kept in memory and sorted by visit.
 */
final class OmopFiles implements OmopTables {
    /** How many visits and facts about them are held at most, together; about 180 bytes each. */
    static final int MOST_ROWS = 5_000_000;

    private final SourceFile folder;
    private final OmopTableFiles tables;
    private final OmopCodes codes;
    private final OmopFacts reading;
    private final Set<String> seen = new TreeSet<>();
    private int held = 0;

    OmopFiles(SourceFile folder, OmopTableFiles tables, OmopCodes codes, OmopFacts reading) {
        this.folder = folder;
        this.tables = tables;
        this.codes = codes;
        this.reading = reading;
    }

    @Override
    public List<String> columns(OmopTable table) throws IOException {
        return tables.columns(table);
    }

    @Override
    public Iterator<OmopVisitRow> visits() throws IOException {
        List<String> columns = codes.columns().all();
        Map<String, List<@Nullable String>> persons = new HashMap<>();
        List<String> ofPersons =
                columns.stream().filter(column -> column.startsWith("person.")).toList();
        tables.forEach(OmopTable.PERSON, row -> {
            String id = OmopVisitRow.whole(row.cells().apply("person_id"));
            List<@Nullable String> other = persons.putIfAbsent(id, cells(row, ofPersons));
            if (other != null && !other.equals(cells(row, ofPersons))) {
                throw new InputRefused(
                        folder.shown() + ": person has two rows with one person_id that differ, the later in" + " line "
                                + row.line() + ". Export the table again.");
            }
        });
        List<OmopVisitRow> visits = new ArrayList<>();
        tables.forEach(OmopTable.VISIT_OCCURRENCE, row -> {
            List<@Nullable String> person =
                    persons.get(OmopVisitRow.whole(row.cells().apply("person_id")));
            List<@Nullable String> cells = new ArrayList<>(cells(row, columns));
            for (int i = 0; i < ofPersons.size(); i++) {
                cells.set(columns.indexOf(ofPersons.get(i)), person == null ? null : person.get(i));
            }
            long id = OmopVisitRow.idOf(row.cells().apply("visit_occurrence_id"));
            visits.add(new OmopVisitRow(id, row.line(), columns, cells));
            countOne();
        });
        visits.sort(Comparator.comparingLong(OmopVisitRow::id).thenComparingLong(OmopVisitRow::line));
        return visits.iterator();
    }

    /** The cells of a row under the ends of {@code table.column}; null for columns of other tables. */
    private static List<@Nullable String> cells(RawRecord row, List<String> columns) {
        List<@Nullable String> cells = new ArrayList<>();
        columns.forEach(column -> cells.add(row.cells().apply(OmopColumns.columnOf(column))));
        return cells;
    }

    private void countOne() {
        held++;
        if (held > MOST_ROWS) {
            throw new InputRefused(folder.shown() + ": there are more than " + MOST_ROWS
                    + " visits and rows about them, and files of OMOP tables are held in memory. Split them by visit into"
                    + " several sources, or read them from a database.");
        }
    }

    @Override
    public List<Iterator<OmopFact>> facts() throws IOException {
        List<OmopFact> facts = new ArrayList<>();
        for (OmopTable table : OmopTable.ABOUT_VISITS) {
            tables.forEach(table, row -> {
                for (OmopFact fact : reading.of(table, row)) {
                    facts.add(fact);
                    seen.add(fact.field());
                    countOne();
                }
            });
        }
        facts.sort(Comparator.comparingLong(OmopFact::visit)
                .thenComparing(OmopFact::table)
                .thenComparingLong(OmopFact::line));
        return List.of(facts.iterator());
    }

    @Override
    public Set<String> seen() {
        return seen;
    }

    @Override
    public @Nullable Map<String, Set<String>> concepts(Set<String> written) throws IOException {
        if (!tables.has(OmopTable.CONCEPT)) {
            return null;
        }
        Map<String, Set<String>> concepts = new TreeMap<>();
        tables.forEach(OmopTable.CONCEPT, row -> {
            String code = row.cells().apply("vocabulary_id") + "|" + row.cells().apply("concept_code");
            if (written.contains(code)) {
                concepts.computeIfAbsent(code, any -> new TreeSet<>())
                        .add(OmopVisitRow.whole(row.cells().apply("concept_id")));
            }
        });
        return concepts;
    }

    @Override
    public void close() {}
}
