package axial.synth;

import java.util.List;
import java.util.Locale;

/** What a patient is treated with at the index visit. */
enum PlantedArm {
    CERVICAL_MANIPULATION("manipulation:cervical", 0.29, 1, 1, 0.12),
    CERVICAL_MOBILIZATION("mobilization:cervical", 0.24, -1, 1, 0.085),
    THORACIC_MANIPULATION("manipulation:thoracic", 0.13, 1, -1, 0.09),
    THORACIC_MOBILIZATION("mobilization:thoracic", 0.11, -1, -1, 0.07),
    CERVICAL_AND_THORACIC_MANIPULATION("manipulation:cervical;manipulation:thoracic", 0.08, 1, 0, 0.13),
    CERVICAL_AND_THORACIC_MOBILIZATION("mobilization:cervical;mobilization:thoracic", 0.07, -1, 0, 0.09),
    MIXED_CERVICAL("manipulation:cervical;mobilization:cervical", 0.04, 0, 1, 0.12),
    MASSAGE("massage", 0.04, 0, 0, 0.05);

    static final List<PlantedArm> ALL = List.of(values());
    /** The arms whose contrasts are worth asking for. */
    static final List<PlantedArm> COMPARED = ALL.subList(0, MIXED_CERVICAL.ordinal());

    final String tokens;
    final double logShare;
    /** 1 for thrust, -1 for none, 0 for neither or both. */
    final int thrust;
    /** 1 for the neck, -1 for the upper back, 0 for neither or both. */
    final int region;
    /** Adverse events per visit. */
    final double harm;

    PlantedArm(String tokens, double share, int thrust, int region, double harm) {
        this.tokens = tokens;
        this.logShare = StrictMath.log(share);
        this.thrust = thrust;
        this.region = region;
        this.harm = harm;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
