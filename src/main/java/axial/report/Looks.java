package axial.report;

import axial.question.Job;
import java.util.List;

/** The look that an arm has in every picture, for ever: manipulation, mobilization, thoracic, or any other. */
final class Looks {
    private static final int THORACIC = 2;
    private static final int OTHER = 3;

    private Looks() {}

    static int of(List<String> arms) {
        String arm = String.join("+", arms);
        boolean both = arms.size() > 1 || arm.contains("_and_") || arm.contains("both");
        if (both) {
            return OTHER;
        }
        if (arm.contains("thoracic")) {
            return arm.contains("mobili") ? OTHER : THORACIC;
        }
        return arm.contains("manipulation") ? 0 : arm.contains("mobili") ? 1 : OTHER;
    }

    /** Of the comparator: another than the arm's. */
    static int ofComparator(Job.Question question) {
        int look = of(question.comparator());
        return look != of(question.arm()) ? look : look == OTHER ? 1 : OTHER;
    }
}
