package axial.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables of one OMOP source, wherever they are. */
interface OmopTables extends Closeable {
    /** The columns of a table in small letters; none where there is no such table. */
    List<String> columns(OmopTable table) throws IOException;

    /** The visits in ascending order of their id. */
    Iterator<OmopVisitRow> visits() throws IOException;

    /** What is known about the visits, each part in ascending order of the visit; first what names none. */
    List<Iterator<OmopFact>> facts() throws IOException;

    /** The fields that the job maps to codes and that at least one row has. */
    Set<String> seen() throws IOException;

    /** The concepts of codes written as {@code VOCABULARY|code}; null where there is no table of concepts. */
    @org.jspecify.annotations.Nullable
    Map<String, Set<String>> concepts(Set<String> written) throws IOException;
}
