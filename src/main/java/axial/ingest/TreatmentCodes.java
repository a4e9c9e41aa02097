package axial.ingest;

import axial.question.Job;
import axial.tables.VisitsTable;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the treatment codes of a source mean. In order: the rules of the job that fit; what its values and code lists say;
 * what is known of codes that leave technique or region open. A code that stays open is refused, never guessed.
 */
final class TreatmentCodes {
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}_.+-]+(:[\\p{L}\\p{N}_.+-]+)?");
    private static final String OPEN_REGION = ":" + CodeLists.OPEN;

    private final Map<String, String> declared;
    private final CodeRules rules;
    private final boolean listed;
    private final CodeMeanings meanings = new CodeMeanings();
    private final CodeMeanings vague = new CodeMeanings();
    private final Set<String> techniques = new HashSet<>();

    TreatmentCodes(Job job, Job.Source source) {
        declared = source.values().getOrDefault(VisitsTable.TREATMENTS, Map.of());
        rules = new CodeRules(source.rules());
        listed = !source.codeLists().isEmpty();
        CodeTable.rows("vague-codes.csv").forEach(row -> {
            techniques.add(row.getField("technique"));
            vague.put(
                    Coding.of(row.getField("system"), row.getField("code")),
                    row.getField("technique") + ":" + row.getField("region"));
        });
        CodeTable.rows("omop-codes.csv").stream()
                .filter(row -> row.getField("field").equals(VisitsTable.TREATMENTS))
                .forEach(row -> techniques.add(technique(row.getField("meaning"))));
        declared.forEach((code, means) -> {
            meanings.put(Coding.of(code), means);
            addTechniques(tokens(means));
        });
        source.rules().forEach(rule -> addTechniques(tokens(rule.is())));
        job.arms().forEach(arm -> addTechniques(arm.tokens()));
    }

    private void addTechniques(Collection<String> tokens) {
        tokens.forEach(token -> techniques.add(technique(token)));
    }

    private static String technique(String token) {
        int colon = token.indexOf(':');
        return colon < 0 ? token : token.substring(0, colon);
    }

    /** Whether anything is known of one of the codes. */
    boolean isKnown(List<Coding> codings) {
        return codings.stream()
                .anyMatch(coding -> !meanings(coding, column -> null).isEmpty());
    }

    /** The tokens of a cell, each once, in order; codes in it are joined by {@code ;}. */
    Set<String> ofCell(String cell, UnaryOperator<@Nullable String> columns, List<Reason> reasons) {
        Set<String> tokens = new TreeSet<>();
        for (String part : declared.containsKey(cell) ? new String[] {cell} : cell.split(";", -1)) {
            if (!part.isBlank()) {
                Coding coding = Coding.of(part);
                tokens.addAll(isWord(coding, columns) ? word(coding) : of(List.of(coding), Set.of(), columns, reasons));
            }
        }
        return tokens;
    }

    /**
     * The tokens of one treatment; none, with a reason, where they cannot be told.
     *
     * @param codings the treatment in one or several code systems
     * @param regions the regions that the record names beside the code
     * @param columns what the record says besides, for the rules
     */
    Set<String> of(
            List<Coding> codings, Set<String> regions, UnaryOperator<@Nullable String> columns, List<Reason> reasons) {
        Set<Set<String>> clear = new LinkedHashSet<>();
        Set<String> open = new TreeSet<>();
        boolean ambiguous = false;
        for (Coding coding : codings) {
            Set<String> found = meanings(coding, columns);
            ambiguous |= found.size() > 1;
            if (found.size() == 1) {
                Set<String> tokens = within(tokens(found.iterator().next()), regions);
                Set<String> stillOpen = new TreeSet<>(tokens);
                stillOpen.removeIf(token -> !isOpen(token));
                open.addAll(stillOpen);
                if (stillOpen.isEmpty()) {
                    tokens.remove(CodeLists.NONE);
                    clear.add(tokens);
                }
            }
        }
        String shown = codings.isEmpty() ? "" : codings.get(0).code();
        if (clear.size() == 1 && agree(clear.iterator().next(), regions)) {
            return clear.iterator().next();
        } else if (!clear.isEmpty()) {
            refuse(
                    "codes_disagree",
                    "the codes of one treatment, or its code and its body site, say different things",
                    shown,
                    reasons);
        } else if (!open.isEmpty()) {
            refuseOpen(open, shown, reasons);
        } else if (ambiguous) {
            refuse(
                    "code_ambiguous",
                    "the code means different things in several code systems; write it as system|code",
                    shown,
                    reasons);
        } else {
            return unlisted(codings, shown, reasons);
        }
        return Set.of();
    }

    private static void refuse(String code, String words, String shown, List<Reason> reasons) {
        reasons.add(Reason.of(VisitsTable.TREATMENTS, code, words, shown));
    }

    private static void refuseOpen(Set<String> open, String shown, List<Reason> reasons) {
        String advice = "; say under  resolve  where another column tells, or in  code_lists  what the code means";
        if (open.stream().anyMatch(token -> token.startsWith(CodeLists.OPEN))) {
            refuse("code_says_no_technique", "the code does not say which technique was used" + advice, shown, reasons);
        }
        if (open.stream().anyMatch(token -> token.endsWith(OPEN_REGION))) {
            refuse("code_says_no_region", "the code does not say which region was treated" + advice, shown, reasons);
        }
    }

    /** Whether it is no code but a token: one of a technique of the job where there are code lists, else any. */
    private boolean isWord(Coding coding, UnaryOperator<@Nullable String> columns) {
        return coding.system().isEmpty()
                && isToken(coding.code())
                && (!listed || techniques.contains(technique(coding.code())))
                && meanings(coding, columns).isEmpty();
    }

    private static Set<String> word(Coding coding) {
        return coding.code().equals(CodeLists.NONE) ? Set.of() : Set.of(coding.code());
    }

    private Set<String> unlisted(List<Coding> codings, String shown, List<Reason> reasons) {
        if (!listed && codings.size() == 1 && codings.get(0).system().isEmpty() && !isToken(shown)) {
            refuse("token_not_understood", "not tokens such as technique:region joined by ;", shown, reasons);
        } else {
            refuse(
                    "code_not_listed",
                    "the code stands in no code list of the source; list it, with the technique none where it is no"
                            + " treatment",
                    shown,
                    reasons);
        }
        return Set.of();
    }

    private Set<String> meanings(Coding coding, UnaryOperator<@Nullable String> columns) {
        String byRule = rules.meaning(coding, columns);
        if (!byRule.isEmpty()) {
            return Set.of(byRule);
        }
        Set<String> exact = meanings.exactly(coding);
        Set<String> open = exact.isEmpty() ? vague.exactly(coding) : exact;
        return open.isEmpty() ? meanings.byBeginning(coding) : open;
    }

    /** The tokens, with the regions where the code leaves the region open. */
    private static Set<String> within(Set<String> tokens, Set<String> regions) {
        Set<String> filled = new TreeSet<>();
        for (String token : tokens) {
            if (token.endsWith(OPEN_REGION) && !regions.isEmpty()) {
                regions.forEach(region ->
                        filled.add(token.substring(0, token.length() - CodeLists.OPEN.length()) + region));
            } else {
                filled.add(token);
            }
        }
        return filled;
    }

    static boolean isToken(String word) {
        return TOKEN.matcher(word).matches();
    }

    private static boolean isOpen(String token) {
        return token.startsWith(CodeLists.OPEN) || token.endsWith(OPEN_REGION);
    }

    private static boolean agree(Set<String> tokens, Set<String> regions) {
        return regions.isEmpty()
                || tokens.stream()
                        .filter(token -> token.indexOf(':') >= 0)
                        .allMatch(token -> regions.contains(token.substring(token.indexOf(':') + 1)));
    }

    private static Set<String> tokens(String joined) {
        Set<String> tokens = new TreeSet<>();
        for (String token : joined.split(";", -1)) {
            tokens.add(token.strip());
        }
        tokens.remove("");
        return tokens;
    }
}
