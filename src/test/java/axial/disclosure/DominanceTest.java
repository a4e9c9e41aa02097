package axial.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import axial.tables.ClinicRow;
import axial.tables.CsvTable;
import axial.tables.EstimateRow;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where one clinic has more than nine in ten patients of an arm, no table shows that outcome and window by clinic. */
class DominanceTest {
    private static final int STUDIES = 6;

    @Test
    void noClinicIsShownWhereOneHasNearlyAll() {
        int dominated = 0;
        int others = 0;
        for (int seed = 0; seed < STUDIES; seed++) {
            RandomStudy study = new RandomStudy(seed, seed % 2 == 0 ? 0.7 : 3);
            Release counted = study.counted(0);
            Release shown = DisclosureControl.released(study.job, counted);
            Set<String> here = dominated(counted);
            dominated += here.size();
            Set<String> named = byClinic(shown);
            others += named.size();
            assertEquals(Set.of(), common(here, named), "study " + seed);
        }
        assertTrue(dominated > 0, "a clinic dominates in some study");
        assertTrue(others > 0, "clinics are shown where none dominates");
    }

    private static Set<String> common(Set<String> a, Set<String> b) {
        return a.stream().filter(b::contains).collect(Collectors.toCollection(TreeSet::new));
    }

    /** By the definition: clinic and arm of every row held against the arm's total. */
    private static Set<String> dominated(Release counted) {
        Set<String> dominated = new TreeSet<>();
        for (ClinicRow clinic : counted.clinics()) {
            EstimateRow all = counted.estimates().stream()
                    .filter(row -> StudyCounts.analysis(row).equals(clinic.analysis()))
                    .findFirst()
                    .orElseThrow();
            if (clinic.subgroup().isEmpty()
                    && (10 * clinic.nArm() > 9 * all.nArm() || 10 * clinic.nComparator() > 9 * all.nComparator())) {
                dominated.add(clinic.outcome() + "/" + clinic.window());
            }
        }
        return dominated;
    }

    /** Outcome and window of every row with the number of a clinic. */
    private static Set<String> byClinic(Release shown) {
        CsvTable funnel = shown.further().get("funnel");
        Stream<String> funnels = funnel == null
                ? Stream.of()
                : funnel.rows().stream()
                        .filter(row -> !row.get(funnel.columns().indexOf("n")).isEmpty()
                                || !row.get(funnel.columns().indexOf("estimate"))
                                        .isEmpty())
                        .map(row -> row.get(0) + "/" + row.get(1));
        Stream<String> clinics = shown.clinics().stream()
                .filter(row -> row.nArm() >= 0 || !Double.isNaN(row.estimate()))
                .map(row -> row.outcome() + "/" + row.window());
        return Stream.concat(clinics, funnels).collect(Collectors.toCollection(TreeSet::new));
    }
}
