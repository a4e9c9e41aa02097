package axial.report;

import axial.question.Job;
import axial.tables.SpcRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/** Puts a page together for each clinic, from the rows that are about it and what all clinics share. */
final class ClinicPages {
    private final Map<String, Table> funnel;
    private final Map<String, Table> spc;
    private final Map<String, Table> quality;
    private final Map<String, Table> harms;

    /** The outcomes and windows in which enough clinics have a place to compare one with them. */
    private final Set<String> compared;

    private final Page.Head head;
    private final Page.Looked looked;
    private final Job job;
    private final Texts texts;

    ClinicPages(Tables tables, Page.Head head, Page.Looked looked, Job job, Texts texts) {
        this.funnel = tables.byClinic("funnel");
        this.spc = tables.byClinic("spc");
        this.quality = tables.byClinic("quality");
        this.harms = tables.byClinic("harms");
        this.head = head;
        this.looked = looked;
        this.job = job;
        this.texts = texts;
        Map<String, Long> standing = funnel.values().stream()
                .flatMap(t -> ClinicPlace.all(t).stream())
                .filter(ClinicPlace::stands)
                .collect(Collectors.groupingBy(ClinicPages::of, Collectors.counting()));
        standing.values().removeIf(clinics -> clinics < ClinicSection.FEWEST);
        this.compared = Set.copyOf(standing.keySet());
    }

    private static String of(ClinicPlace place) {
        return place.outcome() + "/" + place.window();
    }

    /** The clinics that there are pages for, by their letters. */
    List<String> letters() {
        TreeSet<String> letters = new TreeSet<>(funnel.keySet());
        letters.addAll(spc.keySet());
        letters.remove("");
        return List.copyOf(letters);
    }

    ClinicPage page(String letter) {
        List<ClinicPlace> places =
                Optional.ofNullable(funnel.get(letter)).map(ClinicPlace::all).orElse(List.of());
        List<ClinicPlace> beside = places.stream()
                .filter(p -> compared.contains(of(p)) || !p.stands())
                .toList();
        List<SpcSeries> series =
                Optional.ofNullable(spc.get(letter)).map(SpcSeries::all).orElse(List.of());
        List<Figure> charts = new ArrayList<>();
        List<String> lacking = new ArrayList<>();
        for (String outcome : job.spc().outcomes()) {
            beside.stream()
                    .filter(p -> p.outcome().equals(outcome)
                            && p.window().equals(job.spc().window()))
                    .findFirst()
                    .flatMap(p -> FunnelFigure.of(
                            List.of(p), job.outcome(outcome), job.window(p.window()), id(charts), texts))
                    .ifPresent(charts::add);
            for (String measure : List.of(SpcRow.MEAN_CHANGE, SpcRow.FOLLOWED)) {
                series.stream()
                        .filter(s -> s.outcome().equals(outcome)
                                && s.measure().equals(measure)
                                && s.points().size() > 2)
                        .findFirst()
                        .ifPresentOrElse(
                                s -> charts.add(SpcFigure.of(s, job, id(charts), texts)),
                                () -> lacking.add(texts.say(
                                        "mine.lacking." + measure,
                                        "outcome",
                                        texts.names().label(job.outcome(outcome).instrument()))));
            }
        }
        return new ClinicPage(
                texts,
                looked,
                head,
                letter,
                words(beside),
                places(beside),
                List.copyOf(charts),
                List.copyOf(lacking),
                completeness(letter),
                Optional.ofNullable(harms.get(letter))
                        .map(t -> HarmRates.of(t, texts.say("mine.screening_caption"), texts)));
    }

    private static String id(List<Figure> before) {
        return "mine-" + (before.size() + 1);
    }

    /** A sentence for each outcome in the window that is charted. */
    private List<Said> words(List<ClinicPlace> places) {
        List<Said> said = places.stream()
                .filter(p -> p.window().equals(job.spc().window()))
                .filter(p -> job.spc().outcomes().contains(p.outcome()))
                .map(this::inWords)
                .toList();
        return said.isEmpty() ? List.of(Said.of(texts.say("mine.no_place"))) : said;
    }

    private Said inWords(ClinicPlace p) {
        Job.Outcome outcome = job.outcome(p.outcome());
        String label = texts.names().label(outcome.instrument());
        String state = ClinicWords.place(p, outcome, texts);
        return p.stands()
                ? new Said(
                        texts.say(
                                "mine.place",
                                "outcome",
                                label,
                                "days",
                                texts.names().days(job.window(p.window())),
                                "state",
                                state,
                                "estimate",
                                number(p.estimate(), outcome),
                                "centre",
                                number(p.centre(), outcome),
                                "shrunken",
                                shrunken(p, outcome),
                                "outer",
                                outer(p)),
                        p.id())
                : Said.of(texts.say("mine.too_few", "outcome", label, "state", state));
    }

    private Listing places(List<ClinicPlace> places) {
        List<List<Cell>> rows = places.stream().map(this::row).toList();
        List<Listing.Column> columns = List.of(
                Listing.words(texts.say("flow.outcome")),
                Listing.words(texts.say("flow.window")),
                Listing.words(texts.say("funnel.state")),
                Listing.numbers(texts.say("funnel.people")),
                Listing.numbers(texts.say("funnel.estimate")),
                Listing.numbers(texts.say("funnel.centre")),
                Listing.numbers(texts.say("funnel.limits")),
                Listing.numbers(texts.say("mine.shrunken")),
                Listing.numbers(texts.say("mine.outer")));
        return new Listing(texts.say("mine.places"), columns, rows, 2);
    }

    private List<Cell> row(ClinicPlace p) {
        Job.Outcome outcome = job.outcome(p.outcome());
        int decimals = Names.decimals(outcome.instrument());
        return Listing.row(
                p.id(),
                texts.names().label(outcome.instrument()),
                texts.names().days(job.window(p.window())),
                ClinicWords.place(p, outcome, texts),
                texts.shown().people(p.n()),
                number(p.estimate(), outcome),
                number(p.centre(), outcome),
                p.stands() ? texts.shown().interval(p.low95(), p.high95(), decimals, texts.say("number.to")) : "–",
                p.stands() ? shrunken(p, outcome) : "–",
                p.stands() ? outer(p) : "–");
    }

    private String number(double value, Job.Outcome outcome) {
        return texts.shown().number(value, Names.decimals(outcome.instrument()));
    }

    private String shrunken(ClinicPlace p, Job.Outcome outcome) {
        double half = Shown.NORMAL_975 * p.shrunkenError();
        return texts.shown()
                .withInterval(
                        p.shrunken(),
                        p.shrunken() - half,
                        p.shrunken() + half,
                        Names.decimals(outcome.instrument()),
                        texts.say("number.to"));
    }

    private String outer(ClinicPlace p) {
        return p.outerTenth() < 0.01
                ? texts.say("mine.under_one")
                : texts.say("improved.bar", "n", texts.shown().perHundred(p.outerTenth()));
    }

    /** What is missing from its records, and what of them is worth a warning. */
    private Listing completeness(String letter) {
        List<List<Cell>> rows = Optional.ofNullable(quality.get(letter)).stream()
                .flatMap(t -> CheckResult.of(t, job, texts).stream())
                .filter(CheckResult::isOfAllMonths)
                .filter(c -> c.check().name().startsWith("M") || c.needsCare())
                .map(c -> Listing.row(c.id(), c.checkInWords(texts), c.about(texts), c.counts(), c.stateInWords(texts)))
                .toList();
        List<Listing.Column> columns = Stream.of("check", "field", "rows", "state")
                .map(c -> new Listing.Column(texts.say("quality." + c), c.equals("rows")))
                .toList();
        return new Listing(texts.say("mine.completeness_caption"), columns, rows, 2);
    }
}
