package axial.ingest;

import java.util.List;

/** Input that cannot be used as it is; every problem says what, where, why and what to do. */
public final class InputRefused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final List<String> problems;

    public InputRefused(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    public InputRefused(String problem) {
        this(List.of(problem));
    }

    public List<String> problems() {
        return problems;
    }
}
