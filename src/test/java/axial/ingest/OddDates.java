package axial.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Dates as people and programs write them; day and month are never guessed. */
final class OddDates {
    private static final String REFUSED = "2 visit_date date_not_understood";
    private static final String BERLIN = "Europe/Berlin";

    private OddDates() {}

    private static int day(String date) {
        return Math.toIntExact(LocalDate.parse(date).toEpochDay());
    }

    static List<HostileFile> plain() {
        Map<String, String> days = new TreeMap<>(Map.of(
                "2024-02-29", "2024-02-29",
                "1900-01-01", "1900-01-01",
                "2025-03-04T23:30", "2025-03-04",
                "2025-03-04 00:00:00", "2025-03-04",
                "2025-03-04T23:30:00.123456789", "2025-03-04",
                "2025-03-04T23:30:00Z", "2025-03-04",
                "2025-03-04T23:30:00+02:00", "2025-03-04",
                "2025-03-04T00:30:00+0200", "2025-03-03",
                "2025-03-04T23:30:00-02", "2025-03-05"));
        List<HostileFile> files = new ArrayList<>();
        days.forEach((cell, date) -> files.add(HostileFile.date(cell).with("visit_day", day(date))));
        return files;
    }

    static List<HostileFile> refused() {
        List<HostileFile> files = new ArrayList<>();
        for (String cell : List.of(
                "2025-02-30",
                "2025-02-29",
                "2025-13-01",
                "2025-00-10",
                "2025-3-4",
                "2025/03/04",
                "20250304",
                "03/04/2025",
                "13/04/2025",
                "04/13/2025",
                "3.4.25",
                "04.03.2024",
                "4 Mar 2024",
                "March 4, 2024",
                "2024-W10-1",
                "2024-064",
                "45355",
                "45355.5",
                "1709510400",
                "1709510400000",
                "24-03-04",
                "0000-00-00",
                "2024-03-04T24:00",
                "2024-03-04T23:60",
                "2024-03-04T",
                "2024-03-04T10",
                "2024-03-04T10:00+25:00",
                "2024-03-04T10:00[Europe/Berlin]",
                "٢٠٢٤-٠٣-٠٤",
                "2024–03–04",
                "2024-03-04\u200b",
                "today",
                "unknown",
                "=TODAY()")) {
            files.add(HostileFile.date(cell).rejected(REFUSED));
        }
        for (String cell :
                List.of("0001-01-01", "1899-12-30", "2101-01-01", "9999-12-31", "+12025-01-01", "-2024-03-04")) {
            files.add(HostileFile.date(cell).rejected("2 visit_date outside_range"));
        }
        files.add(HostileFile.date("").rejected("2 visit_date missing_required"));
        return files;
    }

    static List<HostileFile> declared() {
        return List.of(
                form("04.03.2025", "d.M.yyyy").with("visit_day", day("2025-03-04")),
                form("4.3.2025", "d.M.yyyy").with("visit_day", day("2025-03-04")),
                form("03/04/2025", "d/M/yyyy").with("visit_day", day("2025-04-03")),
                form("03/04/2025", "M/d/yyyy").with("visit_day", day("2025-03-04")),
                form("24.03.25", "dd.MM.yy").with("visit_day", day("2025-03-24")),
                form("20250304", "yyyyMMdd").with("visit_day", day("2025-03-04")),
                form("04.03.2025 23:30", "dd.MM.yyyy HH:mm").with("visit_day", day("2025-03-04")),
                form("13/04/2025", "M/d/yyyy").rejected(REFUSED),
                form("30.02.2025", "d.M.yyyy").rejected(REFUSED),
                form("2025-03-04", "d.M.yyyy").rejected(REFUSED),
                form("04.03.0024", "d.M.yyyy").rejected("2 visit_date outside_range"));
    }

    private static HostileFile form(String cell, String form) {
        return HostileFile.date(cell).option("date_format", form);
    }

    static List<HostileFile> inZones() {
        return List.of(
                HostileFile.date("2025-03-04T23:30:00Z").option("zone", BERLIN).with("visit_day", day("2025-03-05")),
                HostileFile.date("2025-03-04T23:30:00-05:00")
                        .option("zone", "America/New_York")
                        .with("visit_day", day("2025-03-04")),
                HostileFile.date("2025-03-04T23:30").option("zone", BERLIN).with("visit_day", day("2025-03-04")),
                HostileFile.date("2025-03-04").option("zone", "Pacific/Apia").with("visit_day", day("2025-03-04")),
                HostileFile.date("2025-03-30T02:30").option("zone", BERLIN).rejected(REFUSED),
                HostileFile.date("2025-03-30 02:30:00").option("zone", BERLIN).rejected(REFUSED),
                HostileFile.date("2025-03-30T03:00").option("zone", BERLIN).with("visit_day", day("2025-03-30")),
                HostileFile.date("2025-10-26T02:30").option("zone", BERLIN).with("visit_day", day("2025-10-26")),
                HostileFile.date("2025-03-30T02:30").with("visit_day", day("2025-03-30")),
                HostileFile.date("2011-12-30T12:00")
                        .option("zone", "Pacific/Apia")
                        .rejected(REFUSED),
                form("30.03.2025 02:30", "dd.MM.yyyy HH:mm")
                        .option("zone", BERLIN)
                        .rejected(REFUSED));
    }
}
