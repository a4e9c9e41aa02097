package axial.question;

import axial.question.Node.Entry;
import axial.question.Node.Mapping;
import axial.question.QualityCheck.Limits;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads from where on a check of the visits warns and fails. */
final class QualityReading {
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private QualityReading() {}

    static Map<QualityCheck, Limits> read(Mapping root, Problems problems) {
        Map<QualityCheck, Limits> limits = new EnumMap<>(QualityCheck.class);
        Mapping thresholds = Values.block(Values.block(root, "quality"), "thresholds");
        for (Entry entry : thresholds.entries()) {
            if (!QualityCheck.ids().contains(entry.key())) {
                problems.add(
                        entry.place(),
                        "There is no check \"" + entry.key() + "\". "
                                + DidYouMean.among(QualityCheck.ids(), entry.key()));
            } else if (entry.value() instanceof Mapping both) {
                QualityCheck check = QualityCheck.valueOf(entry.key());
                limits.put(check, limits(check, both, problems));
            }
        }
        return Collections.unmodifiableMap(limits);
    }

    private static Limits limits(QualityCheck check, Mapping both, Problems problems) {
        BigDecimal warn = limit(both, "warn", check.limits().warn(), problems);
        BigDecimal fail = limit(both, "fail", check.limits().fail(), problems);
        if (both.get("warn") != null && warn != null && fail != null && warn.compareTo(fail) > 0) {
            problems.add(
                    both.place(),
                    "\"warn\" of " + check.name() + " is above its \"fail\", so it would fail before it warns. Lower"
                            + " \"warn\", or raise \"fail\".");
        }
        return new Limits(warn, fail);
    }

    private static @Nullable BigDecimal limit(
            Mapping both, String key, @Nullable BigDecimal standard, Problems problems) {
        BigDecimal declared = Values.decimal(both, key);
        Node node = both.get(key);
        if (declared != null && node != null && declared.compareTo(ALL) > 0) {
            problems.add(node.place(), "\"" + key + "\" is a percentage, so it cannot be above 100.");
        }
        return declared == null ? standard : declared;
    }
}
