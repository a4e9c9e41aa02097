package axial.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Scores as people and programs write them; whatever can be read in two ways is refused. */
final class OddNumbers {
    private static final String REFUSED = "2 pain_nprs number_not_understood";

    private OddNumbers() {}

    static List<HostileFile> plain() {
        Map<String, Object> steps = new TreeMap<>(Map.of(
                "6.5", 6_500_000,
                " 6 ", 6_000_000,
                "-0", 0,
                "05", 5_000_000,
                "000006.50", 6_500_000,
                ".5", 500_000,
                "5.", 5_000_000,
                "0.33333333333333333333", 333_333,
                "9.99999950000000000000", 10_000_000,
                "3.00000000000000000001", 3_000_000));
        List<HostileFile> files = new ArrayList<>();
        steps.forEach((cell, value) -> files.add(HostileFile.score(cell).with("pain_nprs", value)));
        return files;
    }

    static List<HostileFile> refused() {
        List<HostileFile> files = new ArrayList<>();
        for (String cell : List.of(
                "NaN",
                "Infinity",
                "-Infinity",
                "inf",
                "1e400",
                "1E1",
                "1e-3",
                "0x1p3",
                "0x5",
                "0b11",
                "7d",
                "7f",
                "7L",
                "1_000",
                "1,234",
                "6,5",
                "1 000",
                "1'000",
                "1.006,5",
                "7/10",
                "4-5",
                "4 – 5",
                "3 or 4",
                ">80",
                "<3",
                "≥5",
                "~6",
                "½",
                "5½",
                "WNL",
                "nil",
                "n/a",
                "N/A",
                "NA",
                "NI",
                "NULL",
                "null",
                "none",
                "-",
                ".",
                "?",
                "--5",
                "5-",
                "+5",
                "−5",
                "(5)",
                "5.5.5",
                "$5",
                "50%",
                "6°",
                "6 cm",
                "6pts",
                "٣",
                "６",
                "⁶",
                "Ⅵ",
                "five",
                "#N/A",
                "#VALUE!",
                "#DIV/0!",
                "true",
                "2024-03-04",
                "6\u00a0",
                "\u200b6",
                "6\u0000",
                "=5+1",
                "@6",
                "5e0",
                "0.0000000000000000000000000000001",
                "1000000000000000")) {
            files.add(HostileFile.score(cell).rejected(REFUSED));
        }
        for (String cell : List.of("-99", "99", "999", "10.0000004", "-0.0000001", "999999999999999")) {
            files.add(HostileFile.score(cell).rejected("2 pain_nprs outside_range"));
        }
        return files;
    }

    static List<HostileFile> declared() {
        List<HostileFile> files = new ArrayList<>();
        Map.of("6,5", 6_500_000, "6", 6_000_000, ",5", 500_000)
                .forEach((cell, value) -> files.add(commas(cell).with("pain_nprs", value)));
        for (String cell : List.of("1.234", "6.5", "1.234,5", "1,2,3", "6;5")) {
            files.add(commas(cell).rejected(REFUSED));
        }
        files.sort(java.util.Comparator.comparing(HostileFile::name));
        files.add(HostileFile.score("NI").option("null_values", "NI\u001f-99").accepted(1));
        files.add(HostileFile.score("-99").option("null_values", "NI\u001f-99").accepted(1));
        files.add(HostileFile.score("-98").option("null_values", "NI\u001f-99").rejected("2 pain_nprs outside_range"));
        return files;
    }

    private static HostileFile commas(String cell) {
        return HostileFile.score(cell).option("decimal", ",");
    }
}
