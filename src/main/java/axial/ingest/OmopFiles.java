package axial.ingest;

import axial.question.Job;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * OMOP tables as CSV or Parquet files. A file, or the folder it lies in, is named like its table, whatever its ending. Rows that are asked for are kept in memory and sorted by visit.
 */
final class OmopFiles implements OmopTables {
    /** How many visits and facts about them are held at most, together; about 180 bytes each. */
    static final int MOST_ROWS = 5_000_000;

    private final SourceFile folder;
    private final Job.Source source;
    private final OmopCodes codes;
    private final OmopFacts reading;
    private final Map<OmopTable, List<SourceFile>> files;
    private final Set<String> seen = new TreeSet<>();
    private int held = 0;

    private OmopFiles(
            SourceFile folder,
            Job.Source source,
            OmopCodes codes,
            OmopFacts reading,
            Map<OmopTable, List<SourceFile>> files) {
        this.folder = folder;
        this.source = source;
        this.codes = codes;
        this.reading = reading;
        this.files = files;
    }

    static OmopFiles open(SourceFile folder, Job.Source source, OmopCodes codes, OmopFacts reading) throws IOException {
        Map<OmopTable, List<SourceFile>> files = new EnumMap<>(OmopTable.class);
        for (SourceFile file : folder.members()) {
            for (OmopTable table : OmopTable.values()) {
                if (isOf(table, file)) {
                    files.computeIfAbsent(table, any -> new ArrayList<>()).add(file);
                }
            }
        }
        return new OmopFiles(folder, source, codes, reading, files);
    }

    private static boolean isOf(OmopTable table, SourceFile file) {
        return isNamed(table, file.path().getName())
                || isNamed(table, file.path().getParent().getName());
    }

    private static boolean isNamed(OmopTable table, String name) {
        return name.replaceFirst("\\..*", "").toLowerCase(Locale.ROOT).equals(table.word());
    }

    @Override
    public List<String> columns(OmopTable table) throws IOException {
        Set<String> columns = new LinkedHashSet<>();
        for (SourceFile file : files.getOrDefault(table, List.of())) {
            columns.addAll(lowerCase(file).keySet());
        }
        return List.copyOf(columns);
    }

    /** The columns of a file by their names in small letters. */
    private Map<String, String> lowerCase(SourceFile file) throws IOException {
        Map<String, String> names = new HashMap<>();
        for (String name : format(file).columns(file, source)) {
            names.put(name.toLowerCase(Locale.ROOT), name);
        }
        return names;
    }

    private static Format format(SourceFile file) {
        String format = file.uri().toLowerCase(Locale.ROOT).endsWith(".parquet") ? "parquet" : "csv";
        return Objects.requireNonNull(Format.ALL.get(format));
    }

    /** Something to do with each row of a table. */
    private interface EachRow {
        void take(RawRecord row);
    }

    private void forEach(OmopTable table, EachRow each) throws IOException {
        for (SourceFile file : files.getOrDefault(table, List.of())) {
            forEach(file, each);
        }
    }

    private void forEach(SourceFile file, EachRow each) throws IOException {
        Map<String, String> names = lowerCase(file);
        try (Format.Records rows = format(file).read(file, source)) {
            while (rows.hasNext()) {
                RawRecord row = rows.next();
                if (!row.fault().isEmpty()) {
                    throw new InputRefused(file.shown() + ", line " + row.line() + ": the record " + row.fault()
                            + ". Look for a stray delimiter or quotation mark there, or export the table again.");
                }
                each.take(new RawRecord(row.line(), row.names(), name -> cell(row, names.get(name)), ""));
            }
        } catch (UncheckedIOException broken) {
            throw file.unreadable(broken, 0);
        }
    }

    /** Vocabularies come from OHDSI with tabs between columns and no quotation, whatever the other tables have. */
    private boolean isTabbed(SourceFile file) throws IOException {
        if (format(file) != Format.ALL.get("csv")) {
            return false;
        }
        try (BufferedReader lines = new BufferedReader(file.text(""))) {
            String header = lines.readLine();
            return header != null && header.indexOf('\t') > 0;
        }
    }

    private static void forEachTabbed(SourceFile file, EachRow each) throws IOException {
        try (BufferedReader lines = new BufferedReader(file.text(""))) {
            List<String> names = List.of(Objects.requireNonNull(lines.readLine())
                    .toLowerCase(Locale.ROOT)
                    .split("\t", -1));
            long number = 2;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> cells = List.of(line.split("\t", -1));
                each.take(new RawRecord(number++, names, name -> tabbed(cells, names.indexOf(name)), ""));
            }
        }
    }

    private static @Nullable String tabbed(List<String> cells, int place) {
        return place < 0 || place >= cells.size() ? null : cells.get(place);
    }

    private static @Nullable String cell(RawRecord row, @Nullable String name) {
        return name == null ? null : row.cells().apply(name);
    }

    @Override
    public Iterator<OmopVisitRow> visits() throws IOException {
        List<String> columns = codes.visitColumns();
        Map<String, List<@Nullable String>> persons = new HashMap<>();
        List<String> ofPersons =
                columns.stream().filter(column -> column.startsWith("person.")).toList();
        forEach(OmopTable.PERSON, row -> {
            String id = OmopVisitRow.whole(row.cells().apply("person_id"));
            List<@Nullable String> other = persons.putIfAbsent(id, cells(row, ofPersons));
            if (other != null && !other.equals(cells(row, ofPersons))) {
                throw new InputRefused(
                        folder.shown() + ": person has two rows with one person_id that differ, the later in" + " line "
                                + row.line() + ". Export the table again.");
            }
        });
        List<OmopVisitRow> visits = new ArrayList<>();
        forEach(OmopTable.VISIT_OCCURRENCE, row -> {
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
        columns.forEach(column -> cells.add(row.cells().apply(OmopCodes.columnOf(column))));
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
            forEach(table, row -> {
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
        if (!files.containsKey(OmopTable.CONCEPT)) {
            return null;
        }
        Map<String, Set<String>> concepts = new TreeMap<>();
        EachRow each = row -> {
            String code = row.cells().apply("vocabulary_id") + "|" + row.cells().apply("concept_code");
            if (written.contains(code)) {
                concepts.computeIfAbsent(code, any -> new TreeSet<>())
                        .add(OmopVisitRow.whole(row.cells().apply("concept_id")));
            }
        };
        for (SourceFile file : files.getOrDefault(OmopTable.CONCEPT, List.of())) {
            if (isTabbed(file)) {
                forEachTabbed(file, each);
            } else {
                forEach(file, each);
            }
        }
        return concepts;
    }

    @Override
    public void close() {}
}
