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
    private static final int NAMED = 4;
    private static final Comparator<List<CheckResult>> ORDER = Comparator.comparingInt(
                    (List<CheckResult> same) -> severity(same.get(0).state()))
            .thenComparing(same -> same.get(0).check());

    /** The worst first; before single clinics all of them together. */
    private static final Comparator<CheckResult> WORST = Comparator.comparing(
                    (CheckResult result) -> !result.clinic().isEmpty())
            .thenComparing(result -> severity(result.state()))
            .thenComparing(Comparator.comparingDouble(CheckResult::share).reversed());

    static QualitySection of(List<CheckResult> results, Texts texts) {
        List<CheckResult> shown =
                results.stream().filter(CheckResult::isOfAllMonths).toList();
        Map<String, List<CheckResult>> issues = shown.stream()
                .filter(CheckResult::needsCare)
                .collect(Collectors.groupingBy(
                        result -> result.check() + " " + result.state(), TreeMap::new, Collectors.toList()));
        List<List<Cell>> rows = issues.values().stream()
                .sorted(ORDER)
                .map(same -> row(same, clinics(shown), texts))
                .toList();
        List<Listing.Column> columns = List.of(
                Listing.words(texts.say("quality.state")),
                Listing.words(texts.say("quality.check")),
                Listing.words(texts.say("quality.where")),
                Listing.words(texts.say("quality.most")),
                Listing.words(texts.say("quality.do")));
        return new QualitySection(counted(shown, texts), new Listing(texts.say("quality.caption"), columns, rows, 1));
    }

    private static int severity(QualityState state) {
        return switch (state) {
            case ERROR -> 0;
            case FAIL -> 1;
            case WARN -> 2;
            default -> 3;
        };
    }

    private static String counted(List<CheckResult> results, Texts texts) {
        Map<QualityState, Long> counts = new EnumMap<>(QualityState.class);
        results.forEach(result -> counts.merge(result.state(), 1L, Long::sum));
        List<String> said = new ArrayList<>();
        for (QualityState state : QualityState.values()) {
            said.add(texts.say(
                    "quality.count." + state.word(), "n", texts.shown().count(counts.getOrDefault(state, 0L))));
        }
        return texts.say("quality.counts", "n", texts.shown().count(results.size())) + " " + String.join(" ", said);
    }

    private static long clinics(List<CheckResult> results) {
        return results.stream()
                .map(CheckResult::clinic)
                .filter(c -> !c.isEmpty())
                .distinct()
                .count();
    }

    private static List<Cell> row(List<CheckResult> same, long clinics, Texts texts) {
        CheckResult most = same.stream()
                .max(Comparator.comparingDouble(CheckResult::share)
                        .thenComparing(result -> !result.fix().isEmpty())
                        .thenComparing(result -> !result.field().isEmpty()))
                .orElseThrow();
        QualityCheck check = most.check();
        String advice = texts.say("quality.do." + check.name());
        String place = most.clinic().isEmpty() ? most.about(texts) : join(": ", most.clinic(), most.about(texts));
        return Listing.row(
                most.id(),
                most.stateInWords(texts),
                check.name() + " " + most.checkInWords(texts),
                where(same, clinics, texts),
                most.counts() + (place.isEmpty() ? "" : " (" + place + ")"),
                most.fix().isEmpty() ? advice : advice + " " + most.fix());
    }

    private static String join(String by, String one, String other) {
        return other.isEmpty() ? one : one + by + other;
    }

    private static String where(List<CheckResult> same, long clinics, Texts texts) {
        List<String> names = same.stream()
                .map(CheckResult::clinic)
                .filter(clinic -> !clinic.isEmpty())
                .distinct()
                .toList();
        List<String> fields = same.stream()
                .map(result -> result.about(texts))
                .filter(about -> !about.isEmpty())
                .distinct()
                .toList();
        String clinicsNamed = names.isEmpty()
                ? texts.say("quality.everywhere")
                : texts.say(
                        "quality.clinics",
                        "n",
                        texts.shown().count(names.size()),
                        "of",
                        texts.shown().count(clinics),
                        "names",
                        named(names, texts));
        return fields.isEmpty()
                ? clinicsNamed
                : clinicsNamed + " " + texts.say("quality.fields", "names", named(fields, texts));
    }

    private static String named(List<String> names, Texts texts) {
        String first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        return names.size() <= NAMED
                ? first
                : texts.say("quality.more", "names", first, "n", texts.shown().count(names.size() - NAMED));
    }

    /**
     * The rows of all months, with how many of their months warn or fail; of many clinics, of each check those where it is
     * worst.
     */
    static Listing full(List<CheckResult> results, Texts texts) {
        Map<String, int[]> months = new TreeMap<>();
        for (CheckResult result : results) {
            if (!result.isOfAllMonths()) {
                int[] counts = months.computeIfAbsent(key(result), k -> new int[2]);
                counts[0] += result.needsCare() ? 1 : 0;
                counts[1]++;
            }
        }
        List<CheckResult> all =
                results.stream().filter(CheckResult::isOfAllMonths).toList();
        List<CheckResult> shown =
                LongTable.shown(all, result -> List.of(result.check(), result.field(), result.window()), WORST);
        List<List<Cell>> rows = shown.stream()
                .map(result -> Listing.row(
                        result.id(),
                        result.check().name(),
                        result.checkInWords(texts),
                        result.check().category(),
                        result.clinic(),
                        result.about(texts),
                        result.counts(),
                        result.stateInWords(texts),
                        months(months.get(key(result)), texts),
                        result.fix()))
                .toList();
        List<Listing.Column> columns = List.of(
                Listing.words(texts.say("quality.id")),
                Listing.words(texts.say("quality.check")),
                Listing.words(texts.say("quality.category")),
                Listing.words(texts.say("quality.clinic")),
                Listing.words(texts.say("quality.field")),
                Listing.numbers(texts.say("quality.rows")),
                Listing.words(texts.say("quality.state")),
                Listing.numbers(texts.say("quality.months")),
                Listing.words(texts.say("quality.fix")));
        return new Listing(
                texts.say("research.quality"),
                columns,
                rows,
                1,
                LongTable.note(shown.size(), all.size(), "research.shortened.quality", "quality.csv", texts));
    }

    private static String key(CheckResult result) {
        return String.join("\u001f", result.check().name(), result.clinic(), result.field(), result.window());
    }

    private static String months(int @org.jspecify.annotations.Nullable [] counts, Texts texts) {
        return counts == null ? "–" : CheckResult.ofAll(counts[0], Objects.requireNonNull(counts)[1], texts);
    }
}
