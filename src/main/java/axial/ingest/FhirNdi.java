package axial.ingest;

import axial.ingest.FhirPart.Answers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Neck Disability Index of a questionnaire, from its items and not from the total that stands in it.
 *
 * @param asked whether the questionnaire is one
 * @param percent null where fewer than eight items are answered
 */
record FhirNdi(boolean asked, @Nullable BigDecimal percent, List<Reason> reasons) {
    static final String FIELD = "ndi_percent";

    private static final String ITEM = "ndi_item";
    private static final String TOTAL = "total";
    private static final int FEWEST = 8;
    private static final int ITEMS = 10;
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(5);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal ROUNDING = new BigDecimal("0.5");
    private static final int DIGITS = 10;

    /**
     * Sum / (5 m) × 100 of m answered items of 0 to 5, where m is at least eight (Vernon and Mior, J Manipulative Physiol
     * Ther 1991;14:409). A total in the questionnaire must be that percentage or the sum of 0 to 50, rounded at most.
     */
    static FhirNdi of(Answers answers, FhirBucket bucket, FhirCodes codes) {
        List<Reason> reasons = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        String total = "";
        int answered = 0;
        boolean asked = false;
        for (Map.Entry<String, String> answer : answers.answers().entrySet()) {
            String item = item(answers.questionnaire(), answer.getKey(), bucket, codes);
            asked |= !item.isEmpty() && !item.equals(TOTAL);
            if (item.equals(TOTAL)) {
                total = answer.getValue();
            } else if (!item.isEmpty() && isScore(answer.getValue(), reasons)) {
                sum = sum.add(new BigDecimal(answer.getValue()));
                answered++;
            }
        }
        BigDecimal percent = answered < FEWEST
                ? null
                : sum.multiply(HUNDRED)
                        .divide(HIGHEST.multiply(BigDecimal.valueOf(answered)), DIGITS, RoundingMode.HALF_EVEN);
        if (asked && !total.isEmpty()) {
            checkTotal(total, percent, reasons);
        }
        return new FhirNdi(asked, percent, reasons);
    }

    /** Which item it is: by what the questionnaire asks, else by the last part of the linkId. */
    private static String item(String questionnaire, String linkId, FhirBucket bucket, FhirCodes codes) {
        Coding asked = bucket.asked(questionnaire, linkId);
        Coding code = asked == null ? new Coding("", linkId.substring(linkId.lastIndexOf('/') + 1)) : asked;
        return codes.meaning(ITEM, List.of(code));
    }

    private static boolean isScore(String answer, List<Reason> reasons) {
        if (answer.equals(Answers.NO_SCORE)) {
            reasons.add(Reason.of(
                    FIELD,
                    "answer_without_score",
                    "an answer has no score from 0 to 5; give it as a number, or as a coding with the ordinalValue"
                            + " extension",
                    ""));
            return false;
        }
        BigDecimal score = new BigDecimal(answer);
        boolean within =
                score.stripTrailingZeros().scale() <= 0 && score.signum() >= 0 && score.compareTo(HIGHEST) <= 0;
        if (!within) {
            reasons.add(Reason.of(FIELD, "outside_range", "an item is not a whole number from 0 to 5", answer));
        }
        return within;
    }

    private static void checkTotal(String total, @Nullable BigDecimal percent, List<Reason> reasons) {
        if (percent == null) {
            reasons.add(Reason.of(
                    FIELD,
                    "too_few_items",
                    "there is a total but fewer than 8 of the 10 items are answered, so there is no score",
                    total));
        } else if (total.equals(Answers.NO_SCORE)
                || !(agrees(new BigDecimal(total), percent)
                        || agrees(new BigDecimal(total), percent.divide(BigDecimal.valueOf(2))))) {
            reasons.add(disagrees(total));
        }
    }

    /** Whether two percentages are the same but for rounding. */
    static boolean agrees(BigDecimal total, BigDecimal percent) {
        return total.subtract(percent).abs().compareTo(ROUNDING) <= 0;
    }

    static Reason disagrees(String total) {
        return Reason.of(
                FIELD,
                "total_disagrees",
                "the stored total is not what its items make, neither in percent nor as a sum of 0 to 50",
                total);
    }
}
