package axial.ingest;

import static axial.ingest.HostileFile.HEADER;
import static axial.ingest.HostileFile.ROW;
import static axial.ingest.HostileFile.of;

import java.util.List;

/** Tables whose lines, quotation marks, delimiters or headers are not as they should be. */
final class TableShapes {
    private static final String SECOND = "V2,PSECRET,C1,2024-03-05,massage,5\n";
    private static final String CLINIC_TOO = "V1,PSECRET,C1,2024-03-04,massage,6";

    private TableShapes() {}

    static List<HostileFile> lineEnds() {
        return List.of(
                of("line ends of Windows", (HEADER + ROW + SECOND).replace("\n", "\r\n"))
                        .accepted(2),
                of("returns alone", (HEADER + ROW + SECOND).replace('\n', '\r')).accepted(2),
                of("mixed line ends", HEADER.replace("\n", "\r\n") + ROW.replace('\n', '\r') + SECOND + "V3,,,,,\r\n")
                        .accepted(2)
                        .rejected(
                                "4 clinic_id missing_required",
                                "4 patient_id missing_required",
                                "4 visit_date missing_required"),
                of("no line end at the end", HEADER + CLINIC_TOO)
                        .with("pain_nprs", 6_000_000)
                        .noted("visits.csv: its last line has no line end", "no column for ndi_percent"),
                of("blank lines", "\n\n" + HEADER + "\n\n" + ROW + "\r\n\n").accepted(1),
                of("a line of blanks", HEADER + "   \n" + ROW).accepted(1).rejected("2  broken_record"),
                of("cut off within a line", HEADER + ROW + "V2,PSECRET,C1,2024-0")
                        .refusedOnceRead(
                                "visits.csv, line 3", "ends in the middle of this line", "Send the file again"),
                of("cut off in the first line", HEADER + "V1").refusedOnceRead("line 2", "cut off"),
                of("cut off after a delimiter", HEADER + "V1,PSECRET,").refusedOnceRead("line 2", "cut off"),
                of("nothing", "").refused("visits.csv", "empty"),
                of("blank lines alone", "\n\r\n\n").refused("empty"),
                of("blanks alone", "   ").refused("none of the columns"),
                of("a header alone", HEADER).refused("no visit"),
                of("a header without a line end", HEADER.strip()).refused("no visit"));
    }

    static List<HostileFile> quotes() {
        String with = HEADER.strip() + ",adverse_event\n";
        return List.of(
                of("a quotation mark that never closes", HEADER + ROW + "V2,PSECRET,\"C1,2024-03-05,massage,5\n")
                        .refusedOnceRead("visits.csv, line 3, column 3", "quotation mark opens here"),
                of(
                                "a quotation mark that never closes, before many lines",
                                HEADER + "V1,\"PSECRET,C1\n" + ROW.repeat(5000))
                        .refused("line 2, column 2", "64 KiB", "quotation mark opens here"),
                of(
                                "a quotation mark that closes lines later",
                                HEADER + "V1,\"PSECRET,C1,2024-03-04,massage,6\nV2,\"P2\",C1,,,\n")
                        .refused("line 2, column 2", "quotation mark"),
                of(
                                "a quotation mark opened behind a quoted line end",
                                with + "V1,PSECRET,C1,2024-03-04,massage,6,\"a\nb\"\nV2,\"x\ny\",\"C1,,\n")
                        .refusedOnceRead("line 5, column 3"),
                of("a quotation mark that never closes in the header", "visit_id,\"patient_id,clinic_id\n" + ROW)
                        .refused("line 1, column 2"),
                of(
                                "two stray quotation marks",
                                HEADER + "V1,\"PSECRET,C1,2024-03-04,massage,6\nV2,PSECRET,C1,2024-03-05,massage\",5\n"
                                        + ROW.replace("V1", "V3"))
                        .accepted(1)
                        .rejected("2  broken_record"),
                of("text behind a closing quotation mark", HEADER + "V1,\"PSECRET\" x,C1,2024-03-04,massage,6\n")
                        .refused("line 2, column 2", "double those"),
                of("quotation marks within unquoted text", with + CLINIC_TOO + ",5\" lower\n")
                        .with("adverse_event", "5\" lower"),
                of("doubled quotation marks", with + CLINIC_TOO + ",\"felt \"\"stiff\"\"\"\n")
                        .with("adverse_event", "felt \"stiff\""),
                of("a line end within quotation marks", with + CLINIC_TOO + ",\"sore,\nthen stiff\"\nV2,PSECRET,,,,,\n")
                        .with("adverse_event", "sore,\nthen stiff")
                        .rejected("4 clinic_id missing_required", "4 visit_date missing_required"),
                of("a blank before a quotation mark", HEADER + "V1,PSECRET, \"C1\",2024-03-04,massage,6\n")
                        .rejected("2 clinic_id not_plain_text"),
                of(
                                "every cell in quotation marks",
                                "\"visit_id\",\"patient_id\",\"clinic_id\",\"visit_date\",\"treatments\"\n\"V1\",\"P1\",\"C1\",\"2024-03-04\",\"massage;heat\"\n")
                        .with("treatments", "heat;massage"),
                of("apostrophes for quotation marks", HEADER + "V1,PSECRET,'C,1',2024-03-04,massage,6\n")
                        .rejected("2  broken_record"));
    }

    static List<HostileFile> headers() {
        String row = "V1,PSECRET,C1,2024-03-04,massage,6\n";
        return List.of(
                of(
                                "reordered columns",
                                "pain_nprs,treatments,visit_date,clinic_id,patient_id,visit_id\n6,massage,2024-03-04,C1,PSECRET,V1\n")
                        .with("pain_nprs", 6_000_000),
                of("a column twice", HEADER.strip() + ",pain_nprs\n" + row.strip() + ",7\n")
                        .refused("line 1", "column pain_nprs stands there twice"),
                of("a column twice but for blanks", HEADER.strip() + ", pain_nprs \n" + row.strip() + ",7\n")
                        .refused("twice"),
                of("an unknown column twice", HEADER.strip() + ",note,note\n" + row.strip() + ",a,b\n")
                        .refused("number 7 (again as number 8)"),
                of("a further column", HEADER.strip() + ",shoe_size\n" + row.strip() + ",43\n")
                        .with("pain_nprs", 6_000_000),
                of(
                                "a column without a name, empty",
                                "visit_id,,patient_id,clinic_id,visit_date,treatments\nV1,,PSECRET,C1,2024-03-04,massage\n")
                        .accepted(1),
                of(
                                "a column without a name, filled",
                                "visit_id,,patient_id,clinic_id,visit_date,treatments\nV1,x,PSECRET,C1,2024-03-04,massage\n")
                        .rejected("2  broken_record"),
                of("delimiters behind every line", HEADER.strip() + ",,\n" + row.strip() + ",,\n")
                        .accepted(1),
                of("a delimiter behind the rows alone", HEADER + row.strip() + ",\n")
                        .rejected("2  broken_record"),
                of("a delimiter behind the header alone", HEADER.strip() + ",\n" + row)
                        .rejected("2  broken_record"),
                of(
                                "a row too short and a row too long",
                                HEADER + "V1,PSECRET,C1,2024-03-04,massage\n" + "V2,PSECRET,C1,2024-03-04,massage,6,7\n"
                                        + ROW)
                        .accepted(1)
                        .rejected("2  broken_record", "3  broken_record"),
                of("an unquoted comma in a text", HEADER + "V1,PSECRET,C1, Bonn,2024-03-04,massage,6\n")
                        .rejected("2  broken_record"),
                of("a header in capitals", HEADER.toUpperCase(java.util.Locale.ROOT) + row)
                        .refused(
                                "visit_id is missing", "Did you mean \"VISIT_ID\"?", "map: { visit_id: \"VISIT_ID\" }"),
                of("a header with blanks for underscores", HEADER.replace('_', ' ') + row)
                        .refused("Did you mean \"patient id\"?"),
                of("a header mistyped", HEADER.replace("clinic_id", "clinik_id") + row)
                        .refused("clinic_id is missing", "Did you mean \"clinik_id\"?"),
                of("a header in another language", "Nr,Patient,Praxis,Datum,Therapie,NRS\n" + row)
                        .refused("none of the columns", "map: { visit_id: <their name>"),
                of("a column missing", HEADER.replace("clinic_id,", "") + row.replace("C1,", ""))
                        .refused("column clinic_id is missing"),
                of("a mapped column missing", HEADER + row)
                        .map("ndi_percent", "NDI")
                        .refused("column NDI is missing", "maps to ndi_percent"),
                of("no header", row + SECOND)
                        .refused("line 1", "none of the columns that every visit needs", "header line is missing"),
                of("the header again below", HEADER + row + HEADER + SECOND)
                        .accepted(2)
                        .rejected("3  broken_record"),
                of("a title above the header", "Export of visits\n" + HEADER + row)
                        .refused("none of the columns"),
                of("a comment above the header", "# made on 2024-03-04\n" + HEADER + row)
                        .refused("none of the columns"),
                of("another table below", HEADER + row + "\nclinic_id,name\nC1,Bonn\n")
                        .accepted(1)
                        .rejected("4  broken_record", "5  broken_record"),
                of("zero bytes in the header", HEADER.replace("visit_id", "visit\u0000_id") + row)
                        .refused("visit_id is missing"));
    }

    static List<HostileFile> delimiters() {
        String table = HEADER + ROW;
        return List.of(
                of("semicolons, undeclared", table.replace(',', ';'))
                        .refused("line 1", "separated by another sign", "delimiter: \";\""),
                of("tabs, undeclared", table.replace(',', '\t')).refused("delimiter: \"\\t\""),
                of("bars, undeclared", table.replace(',', '|')).refused("delimiter: \"|\""),
                of("semicolons and quotation marks, undeclared", "\"visit_id\";\"patient_id\"\n\"V1\";\"PSECRET\"\n")
                        .refused("line 1", "delimiter: \";\""),
                of("commas, declared as semicolons", table)
                        .option("delimiter", ";")
                        .refused("delimiter: \",\""),
                of("a line for Excel above the header", "sep=;\n" + table.replace(',', ';'))
                        .refused("note to Excel", "Remove it"),
                of("semicolons, declared", table.replace(',', ';'))
                        .option("delimiter", ";")
                        .accepted(1),
                of("tabs, declared", table.replace(',', '\t'))
                        .option("delimiter", "\t")
                        .accepted(1),
                of("the sign of Hive, declared", table.replace(',', '\u0001'))
                        .option("delimiter", "\u0001")
                        .accepted(1),
                of("NDJSON that is called CSV", "{\"visit_id\":\"V1\",\"patient_id\":\"PSECRET\"}\n")
                        .refused("JSON", "format: ndjson"),
                of("JSON that is called CSV", "[\n  {\"visit_id\":\"V1\"}\n]\n").refused("JSON"));
    }

    static List<HostileFile> sizes() {
        String with = HEADER.strip() + ",adverse_event\n";
        String more = String.join(",", java.util.Collections.nCopies(20, "x".repeat(60_000)));
        StringBuilder names = new StringBuilder(HEADER.strip());
        StringBuilder cells = new StringBuilder(ROW.strip());
        for (int i = 0; i < 5000; i++) {
            names.append(",column_").append(i);
            cells.append(",x");
        }
        return List.of(
                of("a text of 60,000 letters", with + CLINIC_TOO + "," + "x".repeat(60_000) + "\n")
                        .accepted(1),
                of("a cell of 5 MB", with + CLINIC_TOO + "," + "x".repeat(5_000_000) + "\n")
                        .refused("line 2, column 7", "64 KiB"),
                of("a quoted cell of 5 MB", with + CLINIC_TOO + ",\"" + "x\n".repeat(2_500_000) + "\"\n")
                        .refused("line 2, column 7", "64 KiB"),
                of("a record of more than 1 MiB", HEADER + "V1,PSECRET," + more + "\n")
                        .refused("line 2, column", "1 MiB"),
                of("a header of 5 MB", "x".repeat(5_000_000) + "\n" + ROW).refused("line 1, column 1", "64 KiB"),
                of("five thousand further columns", names + "\n" + cells + "\n").accepted(1),
                of("a record of more cells than any", HEADER + "V1" + ",".repeat(100_001) + "\n")
                        .refused("line 2", "more than 100000 cells"),
                of("a million lines without an end", HEADER + "\"".repeat(1_000_001))
                        .refused("line 2, column 1"));
    }
}
