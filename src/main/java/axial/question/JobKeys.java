package axial.question;

import static axial.question.Shape.CODE;
import static axial.question.Shape.POSITIVE;
import static axial.question.Shape.TEXT;
import static axial.question.Shape.oneOrMore;
import static axial.question.Shape.optional;
import static axial.question.Shape.required;

import axial.question.Shape.Bound;
import axial.question.Shape.Choice;
import axial.question.Shape.Decimal;
import axial.question.Shape.Either;
import axial.question.Shape.Keys;
import axial.question.Shape.ListOf;
import axial.question.Shape.MapOf;
import axial.question.Shape.Whole;
import java.util.List;

/** Every key of a job file, once: the reader checks by it, and the schema is written from it. */
final class JobKeys {
    /** A hundred years. */
    static final int MOST_DAYS = 36_525;

    static final List<String> ADJUST_FOR = List.of("baseline", "age_years", "sex", "disorder", "symptom_stage");

    private static final Whole DAYS = new Whole(0, MOST_DAYS);

    private static final Keys COHORT = new Keys(List.of(
            optional("washout_days", DAYS, "90", "Days without treatment before an episode of care may start."),
            optional(
                    "episodes",
                    new Choice(List.of("first", "all")),
                    "first",
                    "Whether each patient counts with the first episode only, or with all."),
            optional(
                    "min_age",
                    new Decimal(Bound.NOT_NEGATIVE),
                    "18",
                    "Youngest age in years at the index visit; 0 lets patients in whose age is missing."),
            optional(
                    "baseline_days",
                    DAYS,
                    "14",
                    "Days before the index visit in which a baseline that is missing there is looked for."),
            optional(
                    "exclude",
                    new Keys(List.of(optional(
                            "red_flags",
                            new Either(List.of(new Choice(List.of("any")), new ListOf(CODE, 1))),
                            "nobody is excluded",
                            "Red flags at the index visit that bar a patient: any, or a list of their tokens."))),
                    "nobody is excluded",
                    "Who is left out.")));

    private static final Keys USUAL = new Keys(List.of(
            required("mean", new Decimal(Bound.ANY), "Their mean score, in the unit."),
            required(
                    "correlation",
                    new Decimal(Bound.NOT_NEGATIVE),
                    "Correlation of two measurements of a patient who is not treated in between, below 1."),
            optional(
                    "same_day",
                    new Decimal(Bound.NOT_NEGATIVE),
                    "correlation",
                    "The same for two measurements of one day, for windows that end within a day of the index visit."),
            optional("source", TEXT, "this job file", "Where both come from.")));

    private static final Keys MARGIN = new Keys(List.of(
            required("value", POSITIVE, "The margin, in the outcome's unit."),
            required("source", TEXT, "Where it comes from.")));

    private static final Keys PAIR = new Keys(List.of(
            required("arm", oneOrMore(TEXT), "The arm of the other pair; several stand together."),
            required("comparator", oneOrMore(TEXT), "What it is compared with; several stand together.")));

    private static final Keys DOSE = new Keys(List.of(
            optional(
                    "landmark_days",
                    new Whole(1, MOST_DAYS),
                    "42",
                    "Day since the index visit until which sessions" + " count, and after which scores do."),
            optional(
                    "sessions",
                    new ListOf(CODE, 2),
                    "[1, 2-4, 5-8, 9-12, 13+]",
                    "Classes of the number of sessions, from few to many; the first is compared with.")));

    private static final Keys OVERRIDES = new Keys(List.of(
            optional("mcid", POSITIVE, "the catalogue's", "Smallest change that matters to patients, in the unit."),
            optional("label", TEXT, "the catalogue's", "The outcome's name in the report."),
            optional("source", TEXT, "the catalogue's", "Where the mcid comes from."),
            optional(
                    "bands",
                    new ListOf(new Decimal(Bound.ANY), 1),
                    "thirds of the scale",
                    "The scores at which baseline_severity goes on to its next level, rising."),
            optional(
                    "usual",
                    USUAL,
                    "not known",
                    "How such patients score on an ordinary day: for the change to be expected without treatment.")));

    private static final Keys INSTRUMENT = new Keys(List.of(
            optional("label", TEXT, "the id", "The instrument's name in the report."),
            optional("unit", TEXT, "points", "The unit of its scores."),
            required("min", new Decimal(Bound.ANY), "Lowest possible score, in the unit."),
            required("max", new Decimal(Bound.ANY), "Highest possible score, in the unit."),
            optional("decimals", new Whole(0, 4), "2", "Digits after the point that a score may have."),
            required("better", new Choice(List.of("lower", "higher")), "Which scores are good for the patient."),
            optional("mcid", POSITIVE, "none", "Smallest change that matters to patients, in the unit."),
            optional("source", TEXT, "this job file", "Where the mcid comes from.")));

    private static final Keys WINDOW = new Keys(List.of(
            required("from", DAYS, "First day of the window, counted from the index visit."),
            required("to", DAYS, "Last day of the window, included."),
            required("target", DAYS, "The day that a score is best measured on; the nearest score is taken.")));

    private static final Keys DISCLOSURE = new Keys(List.of(
            optional(
                    "profile",
                    new Choice(List.of("public", "trusted", "safe-harbor")),
                    "public",
                    "Who reads the results: anybody, or people bound to confidentiality; safe-harbor is public and keeps"
                            + " no dates."),
            optional(
                    "min_cell",
                    new Whole(1, 1_000_000),
                    "11, or 10 where the profile is trusted",
                    "Fewest analysed patients per arm that a result is shown for; at least 5 where public.")));

    private static final Keys LIMITS = new Keys(List.of(
            optional(
                    "warn",
                    new Decimal(Bound.NOT_NEGATIVE),
                    "the check's",
                    "Percent of the rows checked; where more fail, the check warns."),
            optional(
                    "fail",
                    new Decimal(Bound.NOT_NEGATIVE),
                    "the check's",
                    "Percent of the rows checked; where more fail, the check fails.")));

    private static final Keys QUALITY = new Keys(List.of(optional(
            "thresholds",
            new MapOf("check", LIMITS, 0, false),
            "those of each check",
            "Per check of the data quality table, from where on it warns and fails.")));

    private static final Keys REBASE = new Keys(List.of(
            required("from", CODE, "First month of the new limits, such as 2024-03."),
            required("reason", TEXT, "What changed; it stands beside the chart."),
            optional("clinics", oneOrMore(CODE), "all", "Whose limits begin anew.")));

    private static final Keys SPC = new Keys(List.of(
            optional("outcomes", new ListOf(TEXT, 1), "the first of the job", "Outcomes whose mean change is charted."),
            optional(
                    "window",
                    TEXT,
                    "the first that begins after the index day",
                    "The window in which change and follow-up are charted."),
            optional(
                    "baseline_points",
                    new Whole(Spc.FEWEST_POINTS, 1000),
                    "12",
                    "How many points of each phase the limits come from."),
            optional(
                    "targets",
                    new MapOf("outcome", POSITIVE, 0, false),
                    "none",
                    "Per outcome, the mean improvement aimed at, in its unit."),
            optional("follow_up_target", POSITIVE, "none", "Percent of patients that are to be measured again."),
            optional("rebase", new ListOf(REBASE, 1), "none", "When limits begin anew, and why.")));

    private static final Keys QUESTION = new Keys(List.of(
            required("id", CODE, "Short name in tables and links: letters, digits, - and _."),
            required("ask", TEXT, "The question in a sentence."),
            optional("arm", oneOrMore(TEXT), "", "The arm that is asked about; several stand together."),
            optional("comparator", oneOrMore(TEXT), "", "The arm it is compared with; several stand together."),
            optional("outcomes", new ListOf(TEXT, 1), "all of the job", "Outcomes, in this order."),
            optional("windows", new ListOf(TEXT, 1), "all of the job", "Windows, in this order."),
            optional(
                    "margins",
                    new MapOf("outcome", new Either(List.of(POSITIVE, MARGIN)), 0, false),
                    "no claim of non-inferiority",
                    "Per outcome, in its unit, how much less benefit still counts as not inferior: a number, or"
                            + " its value and source."),
            optional(
                    "subgroups",
                    new ListOf(TEXT, 0),
                    "none",
                    "Categories whose levels are answered one by one: sex, disorder, symptom_stage, age_band,"
                            + " baseline_severity or declared ones."),
            optional(
                    "against",
                    PAIR,
                    "none",
                    "Another pair of arms: how much does the difference of this question differ from theirs?"),
            optional(
                    "dose",
                    DOSE,
                    "none",
                    "Compares the arm's patients by how many sessions they had; then there is no comparator."),
            optional(
                    "mirrors",
                    new MapOf("remark", CODE, 0, false),
                    "none",
                    "Which published comparison this stands beside, as named remarks."),
            optional(
                    "not_answerable",
                    TEXT,
                    "",
                    "Why visit records cannot answer it; then arm and comparator may be left out.")));

    static final MapOf INSTRUMENTS = new MapOf("instrument", INSTRUMENT, 0, false);

    static final Keys ROOT = new Keys(List.of(
            required("axial", new Whole(1, 1), "Version of the job file's format: 1."),
            required("title", TEXT, "Title of the report."),
            optional("cites", TEXT, "none", "What the questions come from, such as a DOI."),
            optional("language", new Choice(Pages.LANGUAGES), "en", "Language that the pages are written in."),
            optional(
                    "show_withheld",
                    TEXT,
                    "they are withheld",
                    "Why results of groups that are not comparable are shown all the same; every page then says so."),
            required("visits", new ListOf(SourceKeys.SOURCE, 1), "Where the visits are, one entry per source."),
            optional(
                    "store",
                    TEXT,
                    "store/ inside the output directory",
                    "Directory that keeps accepted visits between runs, relative to the job file."),
            optional("cohort", COHORT, "as its keys say", "Which episodes of care are in."),
            required(
                    "arms",
                    new MapOf("arm", oneOrMore(TEXT), 1, false),
                    "Per arm, exactly which treatments are given at the index visit: technique or technique:region."),
            required(
                    "outcomes",
                    new Either(List.of(new MapOf("outcome", OVERRIDES, 1, true), new ListOf(TEXT, 1))),
                    "Instruments to compare by, with overrides, or just their ids."),
            optional("instruments", INSTRUMENTS, "none", "Instruments that the catalogue lacks, or defines otherwise."),
            optional(
                    "windows",
                    new MapOf("window", WINDOW, 1, false),
                    "immediate 0 to 1 (target 0), short 2 to 91 (28), intermediate 92 to 364 (182), long 365 to 730 (365)",
                    "Times of follow-up, in whole days since the index visit."),
            optional(
                    "adjust_for",
                    new ListOf(TEXT, 0),
                    "[" + String.join(", ", ADJUST_FOR) + "]",
                    "Covariates: those of the default, symptom_duration_days, or declared fields."),
            optional(
                    "cluster",
                    TEXT,
                    "clinic_id",
                    "Who treats patients alike, for the standard errors: clinic_id, practitioner_id or a declared field; none"
                            + " for randomised, unclustered data."),
            optional(
                    "fields",
                    new MapOf("field", new Choice(List.of("number", "category")), 0, false),
                    "none",
                    "Further columns of a visit, each a number or a category."),
            optional(
                    "age_bands",
                    new ListOf(new Decimal(Bound.POSITIVE), 1),
                    "[45, 65]",
                    "Ages in years at which age_band goes on to its next level, rising."),
            optional("disclosure", DISCLOSURE, "public, 11", "What may be shown."),
            optional("quality", QUALITY, "as its keys say", "What of the data quality is worth a warning."),
            optional("spc", SPC, "as its keys say", "How each clinic is charted over time."),
            required("questions", new ListOf(QUESTION, 1), "What is asked, one entry per comparison.")));

    private JobKeys() {}
}
