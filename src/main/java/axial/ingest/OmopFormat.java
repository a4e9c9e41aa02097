package axial.ingest;

import axial.clinic.Instrument;
import axial.question.Job;
import axial.tables.VisitsTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Tables of OMOP CDM v5.4: a folder of CSV or Parquet files named like the tables, or a schema of a PostgreSQL database. A
 * row of {@code visit_occurrence} is a visit; treatments are the procedures with its id, scores its measurements and
 * observations. A score is from before treatment unless its time is after that of every treatment of the visit.
 *
 * <pre>
 * visit_occurrence.csv:     visit_occurrence_id,person_id,visit_start_date,care_site_id
 * procedure_occurrence.csv: procedure_occurrence_id,visit_occurrence_id,procedure_source_value,procedure_datetime
 * measurement.csv:          measurement_id,visit_occurrence_id,measurement_source_value,measurement_datetime,value_as_number
 * </pre>
 *
 * Files are held in memory, as far as their rows are asked for ({@link OmopFiles#MOST_ROWS}); a database is read along
 * its visits, with little memory.
 */
final class OmopFormat implements Format {
    private final List<String> fields;
    private final Map<String, Instrument> instruments;

    OmopFormat() {
        this(VisitsTable.REQUIRED, Map.of());
    }

    private OmopFormat(List<String> fields, Map<String, Instrument> instruments) {
        this.fields = fields;
        this.instruments = instruments;
    }

    @Override
    public Format forJob(Job job) {
        return new OmopFormat(VisitsTable.fields(job), job.instruments());
    }

    @Override
    public boolean together() {
        return true;
    }

    @Override
    public List<String> columns(SourceFile file, Job.Source source) throws IOException {
        OmopCodes codes = new OmopCodes(fields, instruments.keySet(), source);
        try (OmopTables tables = tables(file, source, codes)) {
            checkTables(tables, codes, file);
        }
        return fields.stream().map(codes::theirs).distinct().toList();
    }

    @Override
    public Records read(SourceFile file, Job.Source source) throws IOException {
        OmopCodes codes = new OmopCodes(fields, instruments.keySet(), source);
        OmopTables tables = tables(file, source, codes);
        try {
            checkTables(tables, codes, file);
            codes.resolve(tables.concepts(codes.toResolve()), file.shown());
            List<Iterator<OmopFact>> facts = tables.facts();
            codes.checkSeen(tables.seen(), file.shown());
            return new OmopVisits(tables, facts, new OmopVisit(codes));
        } catch (RuntimeException | IOException refused) {
            tables.close();
            throw refused;
        }
    }

    /** A hash of the rows that a job reads of a database. */
    static String fingerprint(Job job, Sources.Found found) throws IOException {
        OmopCodes codes =
                new OmopCodes(VisitsTable.fields(job), job.instruments().keySet(), found.source());
        OmopFacts facts = new OmopFacts(codes, job.instruments(), found.source());
        try (OmopDatabase database = database(found.file(), found.source(), codes, facts)) {
            codes.resolve(database.concepts(codes.toResolve()), found.file().shown());
            return database.fingerprint();
        }
    }

    private OmopTables tables(SourceFile file, Job.Source source, OmopCodes codes) throws IOException {
        OmopFacts facts = new OmopFacts(codes, instruments, source);
        return Database.isAddress(source.path())
                ? database(file, source, codes, facts)
                : new OmopFiles(file, new OmopTableFiles(file, source), codes, facts);
    }

    private static OmopDatabase database(SourceFile folder, Job.Source source, OmopCodes codes, OmopFacts facts)
            throws IOException {
        String schema = source.options().getOrDefault("schema", "public");
        return new OmopDatabase(Database.open(folder, source), schema, codes, facts);
    }

    private static void checkTables(OmopTables tables, OmopCodes codes, SourceFile file) throws IOException {
        List<String> problems = new ArrayList<>();
        for (OmopTable table : OmopTable.values()) {
            if (table.isNeeded() && tables.columns(table).isEmpty()) {
                problems.add(file.shown() + ": there is no table " + table.word() + ", and visits need it."
                        + " Put it beside the others, or correct the path or the schema.");
            }
        }
        if (problems.isEmpty()) {
            for (String column : codes.columns().all()) {
                OmopTable table = OmopColumns.tableOf(column);
                if (!tables.columns(table).contains(OmopColumns.columnOf(column))
                        && codes.columns().isNeeded(column)) {
                    problems.add(file.shown() + ": there is no column " + column + ". Correct  map  in the job file, or"
                            + " the export.");
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new InputRefused(problems);
        }
    }
}
