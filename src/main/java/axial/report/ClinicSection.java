package axial.report;

import axial.question.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tech.tablesaw.api.Table;

/**
 * How each clinic stands beside all and how it did over time, by letters.
 *
 * @param states one row for each clinic, in words; empty where there is nothing to say
 * @param charts of each clinic over time, for the few clinics of a small network
 */
public record ClinicSection(List<Said> words, List<Figure> figures, Optional<Listing> states, List<Figure> charts) {
    /** Fewer clinics are no benchmark. */
    static final int FEWEST = 3;

    private static final int MOST_CHARTED = 12;

    static ClinicSection of(Tables tables, Job job, Texts texts) {
        Optional<Table> funnel = tables.with("funnel", "outcome", "window", "clinic_id", "n", "centre", "state");
        if (funnel.isEmpty() || job.spc().window().isEmpty()) {
            return none("clinic.none", texts);
        }
        List<ClinicPlace> places =
                ClinicPlace.all(Tables.where(funnel.get(), "window", job.spc().window()));
        List<SpcSeries> series = tables.with("spc", "clinic_id", "measure", "period", "value")
                .map(SpcSeries::all)
                .orElse(List.of());
        List<Figure> figures = new ArrayList<>();
        for (String outcome : job.spc().outcomes()) {
            List<ClinicPlace> of =
                    places.stream().filter(p -> p.outcome().equals(outcome)).toList();
            if (of.stream().filter(ClinicPlace::stands).count() >= FEWEST) {
                FunnelFigure.of(
                                of,
                                job.outcome(outcome),
                                job.window(job.spc().window()),
                                "funnel-" + (figures.size() + 1),
                                texts)
                        .ifPresent(figures::add);
            }
        }
        return figures.isEmpty()
                ? none("clinic.too_few", texts)
                : new ClinicSection(
                        List.of(Said.of(texts.say("clinic.letters"))),
                        List.copyOf(figures),
                        Optional.of(states(places, series, job, texts)),
                        charts(series, job, texts));
    }

    private static ClinicSection none(String key, Texts texts) {
        return new ClinicSection(List.of(Said.of(texts.say(key))), List.of(), Optional.empty(), List.of());
    }

    private static Listing states(List<ClinicPlace> places, List<SpcSeries> series, Job job, Texts texts) {
        String first = job.spc().outcomes().get(0);
        Map<String, String> change = over(series, first, false, texts);
        Map<String, String> share = over(series, first, true, texts);
        List<List<Cell>> rows = places.stream()
                .filter(p -> p.outcome().equals(first))
                .sorted(java.util.Comparator.comparing(
                                (ClinicPlace p) -> p.clinic().length())
                        .thenComparing(ClinicPlace::clinic))
                .map(p -> Listing.row(
                        p.id(),
                        p.clinic(),
                        ClinicWords.place(p, job.outcome(first), texts),
                        change.getOrDefault(p.clinic(), texts.say("place.few")),
                        share.getOrDefault(p.clinic(), texts.say("place.few"))))
                .toList();
        List<Listing.Column> columns = List.of(
                Listing.words(texts.say("forest.clinic")),
                Listing.words(texts.say("clinic.beside")),
                Listing.words(texts.say("clinic.change")),
                Listing.words(texts.say("clinic.share")));
        return new Listing(
                texts.say(
                        "clinic.states",
                        "outcome",
                        texts.names().label(job.outcome(first).instrument())),
                columns,
                rows,
                1);
    }

    private static Map<String, String> over(List<SpcSeries> series, String outcome, boolean share, Texts texts) {
        return series.stream()
                .filter(s -> s.outcome().equals(outcome) && s.isShare() == share)
                .collect(Collectors.toMap(
                        SpcSeries::clinic,
                        s -> (ClinicWords.variation(s, texts) + " " + ClinicWords.assurance(s, texts)).strip(),
                        (a, b) -> a,
                        TreeMap::new));
    }

    private static List<Figure> charts(List<SpcSeries> series, Job job, Texts texts) {
        String first = job.spc().outcomes().get(0);
        List<SpcSeries> shown = series.stream()
                .filter(s -> s.outcome().equals(first) && s.points().size() > 2)
                .sorted(java.util.Comparator.comparing(
                                (SpcSeries s) -> s.clinic().length())
                        .thenComparing(SpcSeries::clinic))
                .toList();
        long clinics = shown.stream().map(SpcSeries::clinic).distinct().count();
        List<Figure> charts = new ArrayList<>();
        for (SpcSeries each : clinics <= MOST_CHARTED ? shown : List.<SpcSeries>of()) {
            charts.add(SpcFigure.of(each, job, "spc-" + (charts.size() + 1), texts));
        }
        return List.copyOf(charts);
    }
}
