package axial.ingest;

import axial.question.Job;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** One input format: how records are read from a file. The list of formats is {@link #ALL}. */
interface Format {
    /** Every format that visits can come in. */
    Map<String, Format> ALL = CountedFormat.each(Map.of(
            "csv", new CsvFormat(),
            "fhir", new FhirFormat(),
            "ndjson", new NdjsonFormat(),
            "omop", new OmopFormat(),
            "parquet", new ParquetFormat(),
            "redcap", new RedcapFormat()));

    /** The format as it is read for a job, where its fields or instruments matter. */
    default Format forJob(Job job) {
        return this;
    }

    /** Whether the files of a source belong together: then they are read as one, their {@link SourceFile#members}. */
    default boolean together() {
        return false;
    }

    /** The names of the columns the file has; fails with {@link InputRefused} where it has none. */
    List<String> columns(SourceFile file, Job.Source source) throws IOException;

    /** Where a file says which columns it has, such as {@code line 1}; empty where each record brings its own. */
    default String header() {
        return "";
    }

    /** Whether the file is text, in some encoding. */
    default boolean isText() {
        return true;
    }

    /** Finds, as the bytes of the file pass by, where it can be cut to be read in several tasks. */
    default Cuts cuts(SourceFile file, Job.Source source) throws IOException {
        return Cuts.none();
    }

    /** The records of the file, in its order; to be closed. */
    Records read(SourceFile file, Job.Source source) throws IOException;

    /** Records, one after another. */
    interface Records extends java.util.Iterator<RawRecord>, AutoCloseable {
        @Override
        void close() throws IOException;
    }
}
