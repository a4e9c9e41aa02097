package axial.ingest;

import axial.question.Job;
import axial.question.JobFile;
import axial.synth.Synth;
import axial.synth.SynthPlan;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;

/** Made-up visits of a few clinics, in which faults of a clinic are planted cell by cell. */
public final class ClinicExport {
    private final List<Map<String, String>> rows = new ArrayList<>();

    private ClinicExport() {}

    /** Visits without a fault; function by the Patient-Specific Functional Scale is made of the pain. */
    public static ClinicExport clean(Path folder) throws IOException {
        if (!Files.exists(folder.resolve("visits.csv"))) {
            Synth.write(new SynthPlan(600, 5, 7, "default"), folder);
        }
        ClinicExport export = new ClinicExport();
        List<String> lines = Files.readAllLines(folder.resolve("visits.csv"));
        String[] header = lines.get(0).split(",");
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < header.length; i++) {
                row.put(header[i], cells[i]);
            }
            row.put("psfs", function(row));
            export.rows.add(row);
        }
        return export;
    }

    private static String function(Map<String, String> row) {
        String pain = row.getOrDefault("pain_nprs", "");
        int noise = Math.floorMod(row.getOrDefault("visit_id", "").hashCode(), 5) - 2;
        return pain.isEmpty() ? "" : Integer.toString(Math.max(0, Math.min(10, 10 - Integer.parseInt(pain) + noise)));
    }

    /** Changes what a clinic has in a column, empty cells apart. */
    @CanIgnoreReturnValue
    public ClinicExport change(String clinic, String column, UnaryOperator<String> change) {
        for (Map<String, String> row : rows) {
            if (clinic.equals(row.get("clinic_id"))
                    && !row.getOrDefault(column, "").isEmpty()) {
                row.put(column, change.apply(row.getOrDefault(column, "")));
            }
        }
        return this;
    }

    /** Changes every row of a clinic. */
    @CanIgnoreReturnValue
    public ClinicExport each(String clinic, UnaryOperator<Map<String, String>> change) {
        rows.replaceAll(row -> clinic.equals(row.get("clinic_id")) ? change.apply(row) : row);
        return this;
    }

    @CanIgnoreReturnValue
    public ClinicExport swap(String clinic, String one, String other) {
        return each(clinic, row -> {
            String kept = row.getOrDefault(one, "");
            row.put(one, row.getOrDefault(other, ""));
            row.put(other, kept);
            return row;
        });
    }

    /** Writes the rows of some clinics; all where none is named. */
    public void write(Path file, String... clinics) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(String.join(",", rows.get(0).keySet()));
        for (Map<String, String> row : rows) {
            if (clinics.length == 0 || Arrays.asList(clinics).contains(row.getOrDefault("clinic_id", ""))) {
                lines.add(String.join(",", row.values()));
            }
        }
        Files.write(file, lines);
    }

    /** The job of one source. */
    public static String job(String path, String more) {
        return """
                axial: 1
                title: Exports of clinics
                visits:
                  - path: "%s"
                    name: clinics
                    format: csv
                    %s
                arms:
                  manipulation: [manipulation:cervical]
                  mobilization: [mobilization:cervical]
                outcomes: [pain_nprs, ndi_percent, groc, psfs, rom_rotation_left_deg]
                disclosure: { profile: trusted, min_cell: 10 }
                questions:
                  - id: one
                    ask: Which is better?
                    arm: mobilization
                    comparator: manipulation
                """.formatted(path, more);
    }

    /** The accounts of the files that a job reads, and every accepted visit, without the engine. */
    record Reading(Job job, List<byte[]> accounts, List<String> visits) {
        static Reading of(Path folder, String yaml) throws Exception {
            Job job = JobFile.parse("job.yaml", yaml);
            int width = axial.tables.VisitsTable.schema(job).size();
            List<byte[]> accounts = new ArrayList<>();
            List<String> visits = new ArrayList<>();
            for (Arrival file : Arrival.find(job, folder)) {
                FileRows rows = new FileRows(job, file, Stretch.whole(), patient -> false, new Parcels.Plan(1, 1));
                while (rows.hasNext()) {
                    InternalRow row = rows.next();
                    String status = String.valueOf(row.getUTF8String(width + ReadRow.STATUS_AT));
                    if (status.equals(ReadRow.READ)) {
                        accounts.add(row.getBinary(width + ReadRow.ACCOUNT_AT));
                    } else if (status.equals(Versions.Fate.ACCEPTED.name())) {
                        visits.add(Arrays.toString(Arrays.copyOf(((GenericInternalRow) row).values(), width)));
                    }
                }
            }
            return new Reading(job, accounts, visits);
        }
    }
}
