package axial.clinic;

import java.util.List;

/** The closed vocabularies of a visit, each with {@code unknown} for what was not recorded. */
public final class Vocabulary {
    public static final String UNKNOWN = "unknown";
    public static final List<String> SEX = List.of("female", "male", "other", UNKNOWN);
    public static final List<String> DISORDER =
            List.of("nonspecific", "whiplash", "cervicogenic_headache", "radiculopathy", UNKNOWN);
    public static final List<String> SEVERITY = List.of("minor", "moderate", "major", "serious");

    private Vocabulary() {}
}
