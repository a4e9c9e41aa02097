package axial.ingest;

import axial.question.CodeRule;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What treatment codes mean where other columns of the record tell. */
final class CodeRules {
    private final List<CodeRule> rules;

    CodeRules(List<CodeRule> rules) {
        this.rules = rules;
    }

    /** What all the rules that fit say, joined by {@code ;}; empty where none fits. */
    String meaning(Coding coding, UnaryOperator<@Nullable String> columns) {
        return rules.stream()
                .filter(rule -> isFor(rule, coding) && fits(rule, columns))
                .map(CodeRule::is)
                .collect(Collectors.joining(";"));
    }

    /** Whether any rule is about the code, fitting or not. */
    boolean knows(Coding coding) {
        return rules.stream().anyMatch(rule -> isFor(rule, coding));
    }

    private static boolean isFor(CodeRule rule, Coding coding) {
        Coding ruled = Coding.of(rule.code());
        boolean anySystem = ruled.system().isEmpty() || coding.system().isEmpty();
        return ruled.code().equals(coding.code())
                && (anySystem || ruled.system().equals(coding.system()));
    }

    private static boolean fits(CodeRule rule, UnaryOperator<@Nullable String> columns) {
        return rule.when().entrySet().stream().allMatch(column -> {
            String cell = columns.apply(column.getKey());
            return cell != null && column.getValue().stream().anyMatch(text -> stands(text, cell));
        });
    }

    private static boolean stands(String text, String cell) {
        return alike(text, cell.strip())
                || Arrays.stream(cell.split(";", -1)).anyMatch(part -> alike(text, part.strip()));
    }

    private static boolean alike(String text, String part) {
        return text.endsWith("*") ? part.startsWith(text.substring(0, text.length() - 1)) : part.equals(text);
    }
}
