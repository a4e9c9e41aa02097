package axial.ingest;

import axial.question.Job;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * The visits of the files of one source, and every resource that ought to belong to one and does not. The files are read
 * in passes; each keeps the resources of some of the patients, so that memory does not grow with the files.
 */
final class FhirVisits implements Format.Records {
    private static final Set<String> TYPES = Set.of(
            "Patient",
            "Encounter",
            "Procedure",
            "Observation",
            "QuestionnaireResponse",
            "Questionnaire",
            "AdverseEvent",
            "Condition");
    private static final String FOR_ALL = "Questionnaire";

    private final List<SourceFile> files;
    private final Job.Source source;
    private final FhirCodes codes;
    private final TreatmentCodes treatments;
    private final IParser parser;
    private final int passes;
    private Iterator<RawRecord> ready = Collections.emptyIterator();
    private int pass = 0;

    FhirVisits(List<SourceFile> files, Job job, Job.Source source, int passes) {
        this.files = files;
        this.source = source;
        this.codes = new FhirCodes(job, source);
        this.treatments = new TreatmentCodes(job, source);
        this.parser = FhirContext.forR4Cached().newJsonParser();
        this.parser.setParserErrorHandler(new LenientErrorHandler(false));
        this.passes = passes;
    }

    @Override
    public boolean hasNext() {
        while (!ready.hasNext() && pass < passes) {
            ready = nextPass();
        }
        return ready.hasNext();
    }

    @Override
    public RawRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.next();
    }

    private Iterator<RawRecord> nextPass() {
        FhirBucket bucket = new FhirBucket();
        FhirReading reading = new FhirReading(codes, ZoneId.of(source.options().getOrDefault("zone", "UTC")));
        try (FhirLines lines = new FhirLines(files, source.options().getOrDefault("encoding", ""))) {
            while (lines.hasNext()) {
                FhirLine line = lines.next();
                if (isOfThisPass(line)) {
                    read(line, reading, bucket);
                }
            }
        } catch (IOException unreadable) {
            throw files.get(0).unreadable(unreadable, 0);
        }
        pass++;
        bucket.settle();
        Stream<RawRecord> orphans = bucket.orphans().stream()
                .filter(this::isOfInterest)
                .map(orphan -> orphan.refused(FhirBucket.NO_ENCOUNTER));
        Stream<RawRecord> visits =
                bucket.visits().stream().map(visit -> FhirJoin.of(visit, bucket, codes, treatments, source.options()));
        return Stream.concat(bucket.apart().stream(), Stream.concat(orphans, visits))
                .iterator();
    }

    private boolean isOfThisPass(FhirLine line) {
        return line.type().equals(FOR_ALL) || Math.floorMod(line.patient().hashCode(), passes) == pass;
    }

    private void read(FhirLine line, FhirReading reading, FhirBucket bucket) {
        if (!line.type().isEmpty() && !TYPES.contains(line.type())) {
            return;
        }
        Resource resource = parsed(line.text());
        if (resource == null) {
            bucket.addApart(new RawRecord(line.line(), List.of(), name -> null, "broken", List.of(broken(line))));
            return;
        }
        List<Reason> reasons = new ArrayList<>();
        List<? extends FhirPart> parts = reading.parts(resource, reasons);
        if (!parts.isEmpty()) {
            FhirEntry entry = new FhirEntry(
                    line.file(),
                    line.line(),
                    reading.once(version(resource)),
                    List.copyOf(parts),
                    List.copyOf(reasons),
                    List.of());
            bucket.add(line.type(), FhirReading.text(resource.getIdPart()), entry);
        }
    }

    /** The resource, or null where the line is none; the parser fails in many ways on what is not FHIR. */
    private @Nullable Resource parsed(String line) {
        try {
            return parser.parseResource(line) instanceof Resource resource ? resource : null;
        } catch (RuntimeException broken) {
            return null;
        }
    }

    private static Reason broken(FhirLine line) {
        return Reason.of("", "broken_record", "the record is no FHIR R4 resource in JSON on one line", "")
                .at(line.file(), line.line());
    }

    private static String version(Resource resource) {
        Date updated = resource.getMeta().getLastUpdated();
        return updated == null ? "" : BigDecimal.valueOf(updated.getTime(), 3).toPlainString();
    }

    /** Whether a resource without a visit would have mattered to one. */
    private boolean isOfInterest(FhirEntry orphan) {
        FhirPart part = orphan.parts().get(0);
        if (part instanceof FhirPart.Treatment treatment) {
            return treatments.isKnown(treatment.codes());
        }
        return !(part instanceof FhirPart.Answers answers)
                || FhirNdi.of(answers, new FhirBucket(), codes).asked();
    }

    @Override
    public void close() {
        ready = Collections.emptyIterator();
    }
}
