package axial.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Visits and what is known about them, brought together by a merge along their ids, so that only one visit is held at a
 * time. A fact whose visit is not there is a record of its own, and refused.
 */
final class OmopVisits implements Format.Records {
    private final OmopTables tables;
    private final Iterator<OmopVisitRow> visits;
    private final List<Ahead> facts = new ArrayList<>();
    private final OmopVisit visit;
    private final List<Iterator<OmopFact>> sources;
    private @Nullable OmopVisitRow next;
    private long lastId = OmopVisitRow.NO_ID;
    private List<OmopFact> ofLast = List.of();

    /** Facts of one table with the next of them in sight. */
    private static final class Ahead {
        private final Iterator<OmopFact> facts;
        private @Nullable OmopFact next;

        Ahead(Iterator<OmopFact> facts) {
            this.facts = facts;
            take();
        }

        @Nullable
        OmopFact take() {
            OmopFact taken = next;
            next = facts.hasNext() ? facts.next() : null;
            return taken;
        }
    }

    OmopVisits(OmopTables tables, List<Iterator<OmopFact>> facts, OmopVisit visit) throws IOException {
        this.tables = tables;
        this.visit = visit;
        this.sources = facts;
        this.visits = tables.visits();
        this.next = visits.hasNext() ? visits.next() : null;
    }

    @Override
    public boolean hasNext() {
        return next != null || facts.stream().anyMatch(table -> table.next != null);
    }

    @Override
    public RawRecord next() {
        if (facts.isEmpty()) {
            sources.forEach(table -> facts.add(new Ahead(table)));
        }
        OmopVisitRow row = next;
        for (Ahead table : facts) {
            OmopFact fact = table.next;
            if (fact != null && (row == null || fact.visit() < row.id() || fact.visit() == OmopVisitRow.NO_ID)) {
                table.take();
                return orphan(fact);
            }
        }
        if (row == null) {
            throw new NoSuchElementException();
        }
        next = visits.hasNext() ? visits.next() : null;
        return row.id() == OmopVisitRow.NO_ID ? nameless(row) : visit.of(row, factsOf(row.id()));
    }

    /** The facts of a visit; the same again for a further row of the same visit. */
    private List<OmopFact> factsOf(long id) {
        if (id != lastId) {
            lastId = id;
            ofLast = new ArrayList<>();
            for (Ahead table : facts) {
                while (table.next != null && table.next.visit() == id) {
                    OmopFact fact = table.take();
                    if (fact != null) {
                        ofLast.add(fact);
                    }
                }
            }
        }
        return ofLast;
    }

    private static RawRecord orphan(OmopFact fact) {
        String fault = "stands in " + fact.table().word()
                + " (line there) and names no visit, or one that visit_occurrence does not have";
        return new RawRecord(
                fact.line(),
                List.of(),
                name -> null,
                fault,
                List.of(Reason.of(fact.field(), "row_without_visit", "the row " + fault, "")));
    }

    private static RawRecord nameless(OmopVisitRow row) {
        return new RawRecord(row.line(), List.of(), name -> null, "has a visit_occurrence_id that is no whole number");
    }

    @Override
    public void close() throws IOException {
        tables.close();
    }
}
