package axial.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables of one OMOP source, wherever they are. */
interface OmopTables extends Closeable {
    /** Facts in ascending order of their visit; those without one first. */
    interface Facts extends Iterator<OmopFact> {}

    /** The columns of a table in small letters; none where there is no such table. */
    List<String> columns(OmopTable table) throws IOException;

    /** The visits in ascending order of their id. */
    Iterator<OmopVisitRow> visits() throws IOException;

    /** What is known about the visits. */
    List<Facts> facts() throws IOException;

    /** The fields that the job maps to codes and that at least one row has. */
    Set<String> seen() throws IOException;

    /** The concepts of codes written as {@code VOCABULARY|code}; null where there is no table of concepts. */
    @org.jspecify.annotations.Nullable
    Map<String, Set<String>> concepts(Set<String> written) throws IOException;
}
