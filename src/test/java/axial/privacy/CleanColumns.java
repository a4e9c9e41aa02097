package axial.privacy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;

/** Two hundred columns of visit records that tell nothing of who somebody is. */
final class CleanColumns {
    /** A column with what it is declared as. */
    record Clean(String name, Role role, List<String> values) {}

    private static final int ROWS = 400;

    private final Random dice;
    private final List<Clean> columns = new ArrayList<>();

    private CleanColumns(long seed) {
        this.dice = new Random(seed);
    }

    /** Five drafts of forty columns, each of other values and lengths. */
    static List<Clean> twoHundred() {
        List<Clean> all = new ArrayList<>();
        for (int draft = 0; draft < 5; draft++) {
            CleanColumns columns = new CleanColumns(100 + draft);
            columns.keys(draft);
            columns.measures();
            columns.others();
            all.addAll(columns.columns);
        }
        return all;
    }

    private void add(String name, Role role, IntFunction<String> value) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            values.add(value.apply(i));
        }
        columns.add(new Clean(name, role, values));
    }

    private void keys(int draft) {
        int patients = 30 + 40 * draft;
        List<String> ten = pool(patients, () -> digits(10));
        List<String> nine = pool(patients, () -> digits(9));
        add("patient_id", Role.KEY, i -> ten.get(i % patients));
        add("pid", Role.KEY, i -> nine.get(i % patients));
        add("patient_id", Role.KEY, i -> String.format(Locale.ROOT, "P%09d", i / 4));
        add("patient_id", Role.KEY, i -> uuid());
        add("patient_id", Role.KEY, i -> hex(64));
        add("mrn", Role.KEY, i -> hex(32));
        add("visit_id", Role.KEY, i -> digits(10));
        add("visit_id", Role.KEY, i -> "V" + (100_000 + i));
        add("visit_id", Role.KEY, i -> date(i) + "-" + i);
        add("visit_id", Role.KEY, i -> String.format(Locale.ROOT, "%03d-%04d-%02d", i % 12, i / 6, i % 6));
        add("clinic_id", Role.KEY, i -> "C" + String.format(Locale.ROOT, "%03d", i % 7));
        add("clinic_id", Role.KEY, i -> word(i % 5, "North", "South", "East", "West", "Riverside"));
        add(
                "clinic_id",
                Role.KEY,
                i -> word(i % 4, "Klinik Nord", "Praxis am Park", "St. Anna Spital", "Zentrum West"));
        add("practitioner_id", Role.KEY, i -> "C" + i % 7 + "-" + i % 4);
        add("practitioner_id", Role.KEY, i -> String.format(Locale.ROOT, "%05d", 10_000 + i % 23));
        add("patient_id", Role.KEY, i -> "Patient " + i / 3);
    }

    private void measures() {
        add("pain_nprs", Role.MEASURE, i -> String.valueOf(dice.nextInt(11)));
        add("pain_vas_mm", Role.MEASURE, i -> String.valueOf(dice.nextInt(101)));
        add("eq5d_index", Role.MEASURE, i -> String.format(Locale.ROOT, "%.9f", dice.nextDouble()));
        add("rom_flexion_deg", Role.MEASURE, i -> String.format(Locale.ROOT, "%.1f", 90 * dice.nextDouble()));
        add(
                "ndi_percent",
                Role.MEASURE,
                i -> String.format(Locale.ROOT, "%.2f", 100 * dice.nextDouble()).replace('.', ','));
        add("age_years", Role.MEASURE, i -> String.valueOf(18 + dice.nextInt(72)));
        add("sex", Role.MEASURE, i -> word(i, "female", "male"));
        add("sex", Role.MEASURE, i -> word(i, "Herr", "Frau"));
        add("disorder", Role.MEASURE, i -> word(i, "nonspecific", "whiplash", "cervicogenic_headache"));
        add("adverse_event", Role.MEASURE, i -> word(i, "soreness", "arm pain", "headache", "Stiffness of the neck"));
        add("visit_date", Role.DATE, this::date);
        add("extract_time", Role.DATE, i -> date(i) + "T10:15:30Z");
        add(
                "treatments",
                Role.TOKENS,
                i -> word(i, "manipulation:cervical;exercise", "mobilization:thoracic", "massage;heat"));
        add("stress", Role.MEASURE, i -> String.valueOf(dice.nextInt(1_000_000)));
    }

    private void others() {
        add("icd10", Role.UNDECLARED, i -> word(i, "M54.2", "M53.0", "M53.1", "S13.4"));
        add("snomed", Role.UNDECLARED, i -> word(i, "81680005", "279039007", "161891005", "209571002"));
        add("next_appointment", Role.UNDECLARED, i -> date(i + 14));
        add("uploaded", Role.UNDECLARED, i -> String.valueOf(1_704_067_200_000L + dice.nextInt(Integer.MAX_VALUE)));
        add("software", Role.UNDECLARED, i -> word(i, "1.2.3", "4.1.3.0", "10.2.11.3"));
        add(
                "NDI item 1",
                Role.UNDECLARED,
                i -> word(
                        i,
                        "I have no pain at the moment",
                        "The pain is very mild at the moment",
                        "The pain is moderate at the moment",
                        "The pain is fairly severe at the moment"));
        add("month", Role.UNDECLARED, i -> word(i, "January", "March", "April", "May", "June", "August", "October"));
        add("occupation", Role.UNDECLARED, i -> word(i, "teacher", "nurse", "office clerk", "Retired", "farm worker"));
        add("cpt", Role.UNDECLARED, i -> word(i, "98940", "98941", "97140", "97110", "97012"));
        add("episode_id", Role.UNDECLARED, i -> digits(10));
    }

    private List<String> pool(int n, java.util.function.Supplier<String> maker) {
        List<String> pool = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            pool.add(maker.get());
        }
        return pool;
    }

    private String date(int i) {
        return LocalDate.of(2017, 1, 1).plusDays(i * 5L + dice.nextInt(900)).toString();
    }

    private static String word(int i, String... words) {
        return words[i % words.length];
    }

    private String digits(int n) {
        StringBuilder digits = new StringBuilder().append(1 + dice.nextInt(9));
        while (digits.length() < n) {
            digits.append(dice.nextInt(10));
        }
        return digits.toString();
    }

    private String hex(int n) {
        StringBuilder hex = new StringBuilder();
        while (hex.length() < n) {
            hex.append(Character.forDigit(dice.nextInt(16), 16));
        }
        return hex.toString();
    }

    private String uuid() {
        return new UUID(dice.nextLong(), dice.nextLong()).toString();
    }
}
