package axial.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.ingest.ClinicExport.Reading;
import axial.question.QualityCheck;
import axial.tables.QualityRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks of records as they are read, accepted or not. */
class FileChecksTest {
    private static final String HEADER = "visit_id,patient_id,clinic_id,visit_date,treatments,pain_nprs,note,sent\n";

    @TempDir
    private Path folder;

    private List<QualityRow> rows(String more, String... records) throws Exception {
        Files.writeString(folder.resolve("visits.csv"), HEADER + String.join("\n", records) + "\n");
        Reading reading = Reading.of(folder, ClinicExport.job("visits.csv", more));
        return FileChecks.rows(reading.accounts(), reading.job());
    }

    private static String counts(List<QualityRow> rows, QualityCheck check, String clinic, String month, String field) {
        List<String> found = rows.stream()
                .filter(r -> r.check() == check && r.clinic().equals(clinic))
                .filter(r -> r.month().equals(month) && r.field().equals(field))
                .map(r -> r.n() + " of " + r.of() + " " + r.state().word())
                .toList();
        return String.join("; ", found);
    }

    @Test
    void eachReasonIsCountedUnderItsCheckByClinicAndMonth() throws Exception {
        List<QualityRow> rows = rows(
                "",
                "V1,P1,C1,2024-03-04,massage,6,,",
                "V2,P1,C1,2024-03-05,massage,7d,,",
                "V3,P1,C1,2024-04-05,massage,11,,",
                "V4,P1,C1,05.04.2024,massage,5,,",
                "V5,P1,C2,2024-04-05,massage!,5,,",
                "V6,,C2,2024-04-05,massage,5,,",
                "V7,P1,C2,2024-04-05,massage,NI,,");
        assertEquals("1 of 4 fail", counts(rows, QualityCheck.C5, "C1", "", ""));
        assertEquals("1 of 4 fail", counts(rows, QualityCheck.C5, "C1", "", "pain_nprs"));
        assertEquals("1 of 2 fail", counts(rows, QualityCheck.C5, "C1", "2024-03", ""));
        assertEquals("0 of 1 pass", counts(rows, QualityCheck.C5, "C1", "2024-04", ""));
        assertEquals("1 of 4 fail", counts(rows, QualityCheck.P1, "C1", "", "pain_nprs"));
        assertEquals("1 of 4 fail", counts(rows, QualityCheck.C6, "C1", "", "visit_date"));
        assertEquals("1 of 3 fail", counts(rows, QualityCheck.C7, "C2", "", "treatments"));
        assertEquals("1 of 3 fail", counts(rows, QualityCheck.M4, "C2", "", "patient_id"));
        assertEquals("1 of 3 fail", counts(rows, QualityCheck.C11, "C2", "2024-04", ""));
        assertEquals("0 of 3 pass", counts(rows, QualityCheck.C5, "C2", "", ""));
    }

    @Test
    void aRecordWithSeveralReasonsCountsOnce() throws Exception {
        List<QualityRow> rows = rows("map: { satisfaction: note }", "V1,P1,C1,2024-03-04,massage,many,few,");
        assertEquals("1 of 1 fail", counts(rows, QualityCheck.C5, "C1", "", ""));
        assertEquals("1 of 1 fail", counts(rows, QualityCheck.C5, "C1", "", "pain_nprs"));
        assertEquals("1 of 1 fail", counts(rows, QualityCheck.C5, "C1", "", "satisfaction"));
    }

    @Test
    void columnsThatNobodyDeclaredAreCounted() throws Exception {
        String record = "V1,P1,C1,2024-03-04,massage,6,,";
        assertEquals("2 of 8 warn", counts(rows("", record), QualityCheck.C2, "", "", ""));
        assertEquals("1 of 8 warn", counts(rows("map: { groc: note }", record), QualityCheck.C2, "", "", ""));
    }

    @Test
    void aVisitAfterItsExportIsFound() throws Exception {
        List<QualityRow> rows = rows(
                "options: { extract_time: sent }",
                "V1,P1,C1,2024-03-04,massage,6,,2024-03-04T08:00:00",
                "V2,P1,C1,2024-03-05,massage,6,,2024-03-04",
                "V3,P1,C1,2024-03-06,massage,6,,export 7");
        assertEquals("1 of 2 fail", counts(rows, QualityCheck.T1, "C1", "", ""));
    }

    @Test
    void withoutATimeOfExportThereIsNothingToCheck() throws Exception {
        List<QualityRow> rows = rows("", "V1,P1,C1,2024-03-04,massage,6,,2024-03-04");
        assertEquals("0 of 0 not_applicable", counts(rows, QualityCheck.T1, "C1", "", ""));
        assertEquals("0 of 0 not_applicable", counts(rows, QualityCheck.C9, "C1", "", ""));
    }

    @Test
    void aTotalThatDiffersFromItsItemsIsFound() throws Exception {
        String items = "ndi_1,ndi_2,ndi_3,ndi_4,ndi_5,ndi_6,ndi_7,ndi_8,ndi_9,ndi_10";
        Files.writeString(
                folder.resolve("visits.csv"),
                "visit_id,patient_id,clinic_id,visit_date,treatments,ndi_percent," + items + "\n"
                        + "V1,P1,C1,2024-03-04,massage,40,2,2,2,2,2,2,2,2,2,2\n"
                        + "V2,P1,C1,2024-03-05,massage,36,2,2,2,2,2,2,2,2,2,2\n"
                        + "V3,P1,C1,2024-03-06,massage,,2,2,2,2,2,2,2,2,2,2\n"
                        + "V4,P1,C1,2024-03-07,massage,47,5,4,3,2,1,0,1,2,3,\n");
        Reading reading =
                Reading.of(folder, ClinicExport.job("visits.csv", "convert: [{ fields: ndi_percent, from: items }]"));
        List<QualityRow> rows = FileChecks.rows(reading.accounts(), reading.job());
        assertEquals("1 of 3 fail", counts(rows, QualityCheck.C9, "C1", "", ""));
        assertEquals("0 of 16 pass", counts(rows, QualityCheck.C2, "", "", ""));
    }

    @Test
    void howTheRowsAreCutIntoFilesIsNothing() throws Exception {
        ClinicExport.clean(folder.resolve("made")).write(folder.resolve("whole.csv"));
        List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve("whole.csv")));
        lines.set(40, lines.get(40).replaceFirst(",20\\d\\d-", ",x-"));
        Map<String, List<QualityRow>> found = new TreeMap<>();
        for (int parts : new int[] {1, 2, 5}) {
            Path place = Files.createDirectories(folder.resolve("parts" + parts));
            for (int part = 0; part < parts; part++) {
                List<String> file = new ArrayList<>(List.of(lines.get(0)));
                for (int line = 1 + part; line < lines.size(); line += parts) {
                    file.add(lines.get(line));
                }
                Files.write(place.resolve("p" + part + ".csv"), file);
            }
            Reading reading = Reading.of(place, ClinicExport.job("*.csv", ""));
            List<QualityRow> rows = new ArrayList<>(FileChecks.rows(reading.accounts(), reading.job()));
            rows.sort(QualityRow.ORDER);
            found.put(parts + "", rows);
        }
        assertEquals(found.get("1"), found.get("2"));
        assertEquals(found.get("1"), found.get("5"));
        assertTrue(found.get("1").size() > 100);
    }

    @Test
    void moreClinicsThanCanBeToldApartAreAnError() throws Exception {
        String[] records = new String[5_100];
        for (int i = 0; i < records.length; i++) {
            records[i] = "V" + i + ",P" + i + ",C" + i + ",2024-03-04,massage,6,,";
        }
        assertEquals("-1 of -1 error", counts(rows("", records), QualityCheck.C10, "", "", ""));
    }
}
