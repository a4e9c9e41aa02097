package axial.ingest;

import axial.question.Job;
import axial.question.VisitFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * FHIR R4 bulk data: newline-delimited JSON, one resource per line, usually one file per type; plain or gzip. A visit is a
 * finished Encounter with the Procedures, Observations, QuestionnaireResponses and AdverseEvents that name it, its
 * Conditions and its Patient. Other types are not read.
 *
 * <pre>
 * {"resourceType":"Encounter","id":"V1","status":"finished","subject":{"reference":"Patient/P1"},"serviceProvider":{"reference":"Organization/C1"},"period":{"start":"2024-03-04T09:00:00+01:00"}}
 * {"resourceType":"Procedure","id":"T1","status":"completed","subject":{"reference":"Patient/P1"},"encounter":{"reference":"Encounter/V1"},"code":{"coding":[{"system":"http://snomed.info/sct","code":"399010004"}]},"performedDateTime":"2024-03-04T09:20:00+01:00"}
 * {"resourceType":"Observation","id":"O1","status":"final","subject":{"reference":"Patient/P1"},"encounter":{"reference":"Encounter/V1"},"code":{"coding":[{"system":"http://loinc.org","code":"72514-3"}]},"valueInteger":6,"effectiveDateTime":"2024-03-04T09:05:00+01:00"}
 * </pre>
 */
final class FhirFormat implements Format {
    /** How much text one pass over the files keeps; it takes about as much memory. */
    private static final long PASS = 256L << 20;

    private static final int PACKED = 12;

    private final @Nullable Job job;

    FhirFormat() {
        this(null);
    }

    private FhirFormat(@Nullable Job job) {
        this.job = job;
    }

    @Override
    public Format forJob(Job asked) {
        return new FhirFormat(asked);
    }

    @Override
    public boolean together() {
        return true;
    }

    @Override
    public List<String> columns(SourceFile files, Job.Source source) throws IOException {
        try (FhirLines lines = new FhirLines(files.members(), source.options().getOrDefault("encoding", ""))) {
            while (lines.hasNext()) {
                if (lines.next().type().equals("Encounter")) {
                    return columns(source);
                }
            }
        }
        throw new InputRefused(files.shown()
                + ": no line is a FHIR Encounter, and a visit is made of one. Bulk data are newline-delimited JSON, one"
                + " resource per line; send the files of Encounter and of what names them.");
    }

    private static List<String> columns(Job.Source source) {
        Set<String> columns = new LinkedHashSet<>(VisitFields.CANONICAL);
        columns.addAll(List.of(FhirTreatments.DIAGNOSIS, FhirTreatments.BODY_SITE));
        columns.addAll(source.map().values());
        return new ArrayList<>(columns);
    }

    @Override
    public Records read(SourceFile files, Job.Source source) throws IOException {
        if (job == null) {
            throw new IllegalStateException("read for no job");
        }
        List<SourceFile> members = files.members();
        return new FhirVisits(members, job, source, passes(members));
    }

    private static int passes(List<SourceFile> files) throws IOException {
        long text = 0;
        for (SourceFile file : files) {
            long bytes = file.path()
                    .getFileSystem(FileSystems.settings())
                    .getFileStatus(file.path())
                    .getLen();
            text += file.uri().endsWith(".gz") ? bytes * PACKED : bytes;
        }
        return Math.toIntExact(text / PASS + 1);
    }
}
