package axial.question;

import static axial.question.Shape.CODE;
import static axial.question.Shape.TEXT;
import static axial.question.Shape.oneOrMore;
import static axial.question.Shape.optional;
import static axial.question.Shape.required;

import axial.question.Shape.Choice;
import axial.question.Shape.Either;
import axial.question.Shape.Keys;
import axial.question.Shape.ListOf;
import axial.question.Shape.MapOf;
import java.util.List;

/** The keys of one source of visits. */
final class SourceKeys {
    static final List<String> FORMATS = List.of("csv", "ndjson", "parquet", "fhir", "redcap", "omop");

    private static final Keys OPTIONS = new Keys(List.of(
            optional("delimiter", CODE, ",", "What separates columns: one character, or \\t for a tab."),
            optional("decimal", new Choice(List.of(".", ",")), ".", "What separates the decimals of a number."),
            optional("date_format", TEXT, "yyyy-MM-dd", "How dates are written, as a Java date pattern."),
            optional("encoding", TEXT, "UTF-8", "How text is encoded."),
            optional("zone", TEXT, "UTC", "Time zone that turns times into dates, such as Europe/Berlin."),
            optional(
                    "null_values",
                    new Either(List.of(CODE, new ListOf(CODE, 0))),
                    "the empty text",
                    "What is written where a value is missing, one or a list."),
            optional(
                    "free_text_discard",
                    new Either(List.of(CODE, new ListOf(CODE, 0))),
                    "none",
                    "Columns, one or a list, that are never looked at nor stored: notes, names and the like."),
            optional(
                    "record_version",
                    TEXT,
                    "none",
                    "Column that says which version of a visit a row is; a higher one replaces a lower."),
            optional(
                    "extract_time",
                    TEXT,
                    "none",
                    "Column that says when a row was exported; a later one replaces an earlier."),
            optional(
                    "unclear_moment",
                    new Choice(List.of("refuse", "before")),
                    "refuse",
                    "FHIR: what becomes of a score of which neither a marker nor times say whether it was measured before"
                            + " or after treatment."),
            optional(
                    "visit_instrument",
                    oneOrMore(CODE),
                    "any",
                    "REDCap: the repeat instruments whose rows are visits, one or a list."),
            optional("visit_event", oneOrMore(CODE), "any", "REDCap: the events whose rows are visits, one or a list."),
            optional(
                    "base_event",
                    oneOrMore(CODE),
                    "any",
                    "REDCap: the event whose row without a repeat describes the patient, one or a list."),
            optional(
                    "carry",
                    new Either(List.of(CODE, new ListOf(CODE, 0))),
                    "clinic_id, age_years, sex, disorder, symptom_duration_days and declared fields",
                    "REDCap: fields taken from the row that describes the patient where a visit has none."),
            optional("complete_only", CODE, "false", "REDCap: whether visits of unfinished forms are refused."),
            optional("schema", CODE, "public", "OMOP in a database: the schema of its tables."),
            optional("user", CODE, "the one who runs Axial", "OMOP in a database: who logs in."),
            optional(
                    "password_file",
                    TEXT,
                    "no password",
                    "OMOP in a database: file that holds the password alone, relative to the job file, for its owner"
                            + " only."),
            optional(
                    "units",
                    oneOrMore(CODE),
                    "those that are known",
                    "OMOP: unit concepts or unit texts that are the instrument's own unit, one or a list.")));

    private static final Keys RULE = new Keys(List.of(
            required("code", CODE, "The treatment code, alone or as system|code."),
            required(
                    "when",
                    new MapOf("column", oneOrMore(CODE), 1, false),
                    "Per column, what must stand there, one or a list; a * at the end stands for anything."),
            required("is", CODE, "The treatments it then means, joined by ; or none where it is no treatment.")));

    private static final Keys CONVERSION = new Keys(List.of(
            required("fields", oneOrMore(TEXT), "The scores that are so written, one field or a list."),
            required("from", new Choice(Coding.words()), "How they are written."),
            optional("clinics", oneOrMore(CODE), "all", "Whose scores are so written, one clinic or a list."),
            optional(
                    "columns",
                    new ListOf(TEXT, 1),
                    "ndi_1 to ndi_10",
                    "Where from is items: the columns of the ten items of the Neck Disability Index.")));

    static final Keys SOURCE = new Keys(List.of(
            required("path", TEXT, "File, directory or glob, relative to the job file."),
            optional("name", TEXT, "the path as written", "The source's name in the store."),
            optional("format", new Choice(FORMATS), "by the file's ending, else csv", "How the visits are written."),
            optional(
                    "map", new MapOf("field", CODE, 0, false), "same names", "Their column name per field of a visit."),
            optional(
                    "values",
                    new MapOf("field", new MapOf("code", CODE, 0, true), 0, false),
                    "same words",
                    "Per field, what each of their codes means in our words."),
            optional(
                    "code_lists",
                    new ListOf(TEXT, 0),
                    "none",
                    "CSV files (system, code, technique, region) that say what treatment codes mean, relative to the job"
                            + " file."),
            optional(
                    "resolve",
                    new ListOf(RULE, 0),
                    "none",
                    "What treatment codes that do not say technique or region mean where other columns tell."),
            optional(
                    "convert",
                    new ListOf(CONVERSION, 0),
                    "every score is in its field's unit",
                    "Which scores are written otherwise than in the field's unit, and how."),
            optional("options", OPTIONS, "as its keys say", "How the files are written.")));

    private SourceKeys() {}
}
