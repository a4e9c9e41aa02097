package axial.question;

import axial.question.Job.Outcome;
import axial.question.Job.Window;
import axial.question.Node.Entry;
import axial.question.Node.Mapping;
import axial.question.Node.Scalar;
import axial.question.Node.Sequence;
import axial.question.Spc.Rebase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads how clinics are charted over time. */
final class SpcReading {
    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");

    private final Mapping spc;
    private final List<String> outcomes;
    private final List<String> windows;
    private final Spc standard;
    private final Problems problems;

    private SpcReading(Mapping spc, List<Outcome> outcomes, List<Window> windows, Problems problems) {
        this.spc = spc;
        this.outcomes = outcomes.stream().map(Outcome::id).toList();
        this.windows = windows.stream().map(Window::id).toList();
        this.standard = Spc.standard(outcomes, windows);
        this.problems = problems;
    }

    static Spc read(Mapping root, List<Outcome> outcomes, List<Window> windows, Problems problems) {
        return new SpcReading(Values.block(root, "spc"), outcomes, windows, problems).read();
    }

    private Spc read() {
        return new Spc(
                outcomes(),
                window(),
                Values.whole(spc, "baseline_points", standard.baselinePoints()),
                targets(),
                followUpTarget(),
                rebases());
    }

    private List<String> outcomes() {
        List<Scalar> named = Values.words(spc, "outcomes");
        named.forEach(scalar -> known(scalar.place(), "outcome", scalar.text(), outcomes));
        return named.isEmpty()
                ? standard.outcomes()
                : Values.texts(named).stream().distinct().toList();
    }

    private String window() {
        String named = Values.text(spc, "window");
        Node node = spc.get("window");
        if (named == null || node == null) {
            return standard.window();
        }
        known(node.place(), "window", named, windows);
        return named;
    }

    private void known(Place place, String what, String name, List<String> names) {
        if (!names.contains(name)) {
            problems.add(place, "The job has no " + what + " \"" + name + "\". " + DidYouMean.among(names, name));
        }
    }

    private Map<String, BigDecimal> targets() {
        Map<String, BigDecimal> targets = new LinkedHashMap<>();
        Mapping block = Values.block(spc, "targets");
        for (Entry entry : block.entries()) {
            known(entry.place(), "outcome", entry.key(), outcomes);
            BigDecimal target = Values.decimal(block, entry.key());
            if (target != null) {
                targets.put(entry.key(), target);
            }
        }
        return Collections.unmodifiableMap(targets);
    }

    private @Nullable BigDecimal followUpTarget() {
        BigDecimal target = Values.decimal(spc, "follow_up_target");
        Node node = spc.get("follow_up_target");
        if (target != null && node != null && target.compareTo(ALL) > 0) {
            problems.add(node.place(), "\"follow_up_target\" is a percentage, so it cannot be above 100.");
        }
        return target;
    }

    private List<Rebase> rebases() {
        List<Rebase> rebases = new ArrayList<>();
        if (spc.get("rebase") instanceof Sequence sequence) {
            for (Node item : sequence.items()) {
                if (item instanceof Mapping rebase) {
                    rebases.add(rebase(rebase));
                }
            }
        }
        return List.copyOf(rebases);
    }

    private Rebase rebase(Mapping rebase) {
        String from = Values.text(rebase, "from", "");
        Node node = rebase.get("from");
        if (node != null && !MONTH.matcher(from).matches()) {
            problems.add(node.place(), "\"" + from + "\" is no month. Write it as 2024-03.");
        }
        return new Rebase(from, Values.text(rebase, "reason", ""), Values.texts(Values.words(rebase, "clinics")));
    }
}
