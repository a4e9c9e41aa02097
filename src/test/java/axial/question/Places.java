package axial.question;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds what tests read outside their own resources. */
final class Places {
    private Places() {}

    /** A directory of that name beside the project or above it, or where {@code -Daxial.name} says; null if nowhere. */
    static @Nullable Path upward(String name) {
        String told = System.getProperty("axial." + name);
        if (told != null) {
            return Path.of(told);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve(name))) {
                return at.resolve(name);
            }
        }
        return null;
    }

    /** A text of this room's test resources. */
    static String resource(String name) throws IOException {
        return Files.readString(Path.of("src/test/resources/question").resolve(name));
    }

    /** The job in a file; its problems become the failure's message. */
    static Job readable(Path file) throws IOException {
        try {
            return JobFile.read(file);
        } catch (InvalidJob invalid) {
            throw new AssertionError(invalid.getMessage() + "\n" + invalid.problems(), invalid);
        }
    }
}
