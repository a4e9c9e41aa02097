package axial.sums;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.evidence.Evidence;
import axial.tables.CertaintyRow;
import axial.tables.EstimateRow;
import axial.tables.LiteratureRow;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Certainty and the literature beside an answer, from the rows of the answer. */
class CertaintyAndLiteratureTest {
    private static List<CertaintyRow> certainty(Evidence evidence) {
        return evidence.certainty(evidence.estimates(), evidence.balance(), evidence.overlap());
    }

    private static CertaintyRow domain(List<CertaintyRow> rows, String domain) {
        return rows.stream()
                .filter(row -> row.question().equals("one") && row.domain().equals(domain))
                .findFirst()
                .orElseThrow();
    }

    private static Evidence evidence(int n, double lost) throws Exception {
        var job = MadePatients.job("clinic_id");
        return InMemory.of(job, MadePatients.visits(job, MadePatients.rows(new Random(21), n, 2, lost)))
                .evidence();
    }

    @Test
    void visit_records_start_at_low_and_stay_there_where_nothing_lowers() throws Exception {
        List<CertaintyRow> rows = certainty(evidence(900, 0));
        assertEquals("low", domain(rows, "start").judgement());
        assertEquals(0, domain(rows, "follow_up").levels());
        assertEquals(0, domain(rows, "imprecision").levels());
        assertEquals("low", domain(rows, "certainty").judgement());
    }

    @Test
    void many_lost_and_few_people_lower_it_to_very_low_and_no_further() throws Exception {
        List<CertaintyRow> rows = certainty(evidence(120, 0.5));
        assertEquals(-2, domain(rows, "follow_up").levels());
        assertTrue(domain(rows, "follow_up").why().endsWith("below 60 %"));
        assertEquals(-1, domain(rows, "imprecision").levels());
        assertEquals("very low", domain(rows, "certainty").judgement());
        assertEquals(-1, domain(rows, "certainty").levels());
    }

    @Test
    void the_review_s_similar_is_matched_both_ways_round_and_is_marked_to_be_checked() throws Exception {
        Evidence evidence = evidence(900, 0);
        List<EstimateRow> estimates = evidence.estimates();
        List<LiteratureRow> rows = evidence.literature(estimates);
        List<LiteratureRow> l2 =
                rows.stream().filter(row -> row.key().equals("L2")).toList();
        assertEquals(
                List.of("one", "other"),
                l2.stream().map(LiteratureRow::question).toList());
        assertEquals("to be checked", l2.get(0).provenance());
        assertEquals(-l2.get(0).ours().estimate(), l2.get(1).ours().estimate(), 1e-12);
        assertEquals(l2.get(0).direction(), l2.get(1).direction());
        double smd = estimates.stream()
                .filter(row -> row.id().equals("one/pain_nprs/short/ancova/adjusted_smd"))
                .findFirst()
                .orElseThrow()
                .estimate();
        assertEquals(smd, l2.get(0).ours().estimate(), 0);
    }

    @Test
    void between_clinics_an_answer_has_a_deviation_and_a_share() throws Exception {
        List<EstimateRow> rows = evidence(900, 0).estimates();
        double sd = value(rows, "between_clinic_sd");
        double icc = value(rows, "icc");
        assertTrue(sd >= 0 && icc >= 0 && icc < 0.2, "clinics of these patients do not differ: " + sd + ", " + icc);
    }

    private static double value(List<EstimateRow> rows, String metric) {
        return rows.stream()
                .filter(row -> row.id().equals("one/pain_nprs/short/between_clinics/" + metric))
                .findFirst()
                .orElseThrow()
                .estimate();
    }
}
