package axial.report;

import axial.question.QualityCheck;
import axial.tables.QualityState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the checks of the data found, ready to print: how many are in which state, and what to do where they warn or
 * fail. States are never added up to one score.
 */
public record QualitySection(String counts, Listing issues) {
    private static final Texts TEXTS = Texts.ENGLISH;
    private static final int NAMED = 4;
    private static final Comparator<List<CheckResult>> ORDER = Comparator.comparingInt(
                    (List<CheckResult> same) -> severity(same.get(0).state()))
            .thenComparing(same -> same.get(0).check());

    static QualitySection of(List<CheckResult> results) {
        List<CheckResult> shown =
                results.stream().filter(CheckResult::isOfAllMonths).toList();
        Map<String, List<CheckResult>> issues = shown.stream()
                .filter(CheckResult::needsCare)
                .collect(Collectors.groupingBy(
                        result -> result.check() + " " + result.state(), TreeMap::new, Collectors.toList()));
        List<List<String>> rows = issues.values().stream()
                .sorted(ORDER)
                .map(same -> row(same, clinics(shown)))
                .toList();
        List<Listing.Column> columns = List.of(
                Listing.words(TEXTS.say("quality.state")),
                Listing.words(TEXTS.say("quality.check")),
                Listing.words(TEXTS.say("quality.where")),
                Listing.words(TEXTS.say("quality.most")),
                Listing.words(TEXTS.say("quality.do")));
        return new QualitySection(counted(shown), new Listing(TEXTS.say("quality.caption"), columns, rows, 1));
    }

    private static int severity(QualityState state) {
        return switch (state) {
            case ERROR -> 0;
            case FAIL -> 1;
            default -> 2;
        };
    }

    private static String counted(List<CheckResult> results) {
        Map<QualityState, Long> counts = new EnumMap<>(QualityState.class);
        results.forEach(result -> counts.merge(result.state(), 1L, Long::sum));
        List<String> said = new ArrayList<>();
        for (QualityState state : QualityState.values()) {
            said.add(TEXTS.say("quality.count." + state.word(), "n", Shown.count(counts.getOrDefault(state, 0L))));
        }
        return TEXTS.say("quality.counts", "n", Shown.count(results.size())) + " " + String.join(" ", said);
    }

    private static long clinics(List<CheckResult> results) {
        return results.stream()
                .map(CheckResult::clinic)
                .filter(c -> !c.isEmpty())
                .distinct()
                .count();
    }

    private static List<String> row(List<CheckResult> same, long clinics) {
        CheckResult most = same.stream()
                .max(Comparator.comparingDouble(CheckResult::share)
                        .thenComparing(result -> !result.fix().isEmpty())
                        .thenComparing(result -> !result.field().isEmpty()))
                .orElseThrow();
        QualityCheck check = most.check();
        String advice = TEXTS.say("quality.do." + check.name());
        String place = most.clinic().isEmpty() ? most.about() : join(": ", most.clinic(), most.about());
        return List.of(
                most.stateInWords(),
                check.name() + " " + most.checkInWords(),
                where(same, clinics),
                most.counts() + (place.isEmpty() ? "" : " (" + place + ")"),
                most.fix().isEmpty() ? advice : advice + " " + most.fix());
    }

    private static String join(String by, String one, String other) {
        return other.isEmpty() ? one : one + by + other;
    }

    private static String where(List<CheckResult> same, long clinics) {
        List<String> names = same.stream()
                .map(CheckResult::clinic)
                .filter(clinic -> !clinic.isEmpty())
                .distinct()
                .toList();
        List<String> fields = same.stream()
                .map(CheckResult::about)
                .filter(about -> !about.isEmpty())
                .distinct()
                .toList();
        String clinicsNamed = names.isEmpty()
                ? TEXTS.say("quality.everywhere")
                : TEXTS.say(
                        "quality.clinics",
                        "n",
                        Shown.count(names.size()),
                        "of",
                        Shown.count(clinics),
                        "names",
                        named(names));
        return fields.isEmpty()
                ? clinicsNamed
                : clinicsNamed + " " + TEXTS.say("quality.fields", "names", named(fields));
    }

    private static String named(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        return names.size() <= NAMED
                ? first
                : TEXTS.say("quality.more", "names", first, "n", Shown.count(names.size() - NAMED));
    }

    /** Every row of all months, with how many of its months warn or fail. */
    static Listing full(List<CheckResult> results) {
        Map<String, int[]> months = new TreeMap<>();
        for (CheckResult result : results) {
            if (!result.isOfAllMonths()) {
                int[] counts = months.computeIfAbsent(key(result), k -> new int[2]);
                counts[0] += result.needsCare() ? 1 : 0;
                counts[1]++;
            }
        }
        List<List<String>> rows = results.stream()
                .filter(CheckResult::isOfAllMonths)
                .map(result -> List.of(
                        result.check().name(),
                        result.checkInWords(),
                        result.check().category(),
                        result.clinic(),
                        result.about(),
                        result.counts(),
                        result.stateInWords(),
                        months(months.get(key(result))),
                        result.fix()))
                .toList();
        List<Listing.Column> columns = List.of(
                Listing.words(TEXTS.say("quality.id")),
                Listing.words(TEXTS.say("quality.check")),
                Listing.words(TEXTS.say("quality.category")),
                Listing.words(TEXTS.say("quality.clinic")),
                Listing.words(TEXTS.say("quality.field")),
                Listing.numbers(TEXTS.say("quality.rows")),
                Listing.words(TEXTS.say("quality.state")),
                Listing.numbers(TEXTS.say("quality.months")),
                Listing.words(TEXTS.say("quality.fix")));
        return new Listing(TEXTS.say("research.quality"), columns, rows, 1);
    }

    private static String key(CheckResult result) {
        return String.join("\u001f", result.check().name(), result.clinic(), result.field(), result.window());
    }

    private static String months(int @org.jspecify.annotations.Nullable [] counts) {
        return counts == null ? "–" : Shown.count(counts[0]) + " of " + Shown.count(Objects.requireNonNull(counts)[1]);
    }
}
