package axial.question;

import java.util.List;

/** A job file that cannot be used, with everything that is wrong with it. */
public final class InvalidJob extends Exception {
    private static final long serialVersionUID = 1;
    private final String file;
    private final transient List<Problem> problems;

    public InvalidJob(String file, List<Problem> problems) {
        super(file + " has " + problems.size() + (problems.size() == 1 ? " problem" : " problems"));
        this.file = file;
        this.problems = List.copyOf(problems);
    }

    public String file() {
        return file;
    }

    public List<Problem> problems() {
        return problems;
    }
}
