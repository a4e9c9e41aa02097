package axial.question;

import axial.clinic.Instrument;
import axial.question.Node.Mapping;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;

/** The instruments that every job knows. */
public final class InstrumentCatalogue {
    private static final String RESOURCE = "/instruments.yaml";
    private static final Map<String, Instrument> BUILT_IN = load();

    private InstrumentCatalogue() {}

    /** By id, in the order of the catalogue. */
    public static Map<String, Instrument> builtIn() {
        return BUILT_IN;
    }

    private static Map<String, Instrument> load() {
        Problems problems = new Problems();
        Node root = YamlTree.read(resource(), problems);
        if (!(root instanceof Mapping definitions)) {
            throw new IllegalStateException(RESOURCE + " holds no instruments " + problems.inOrder());
        }
        ShapeCheck.check(root, JobKeys.INSTRUMENTS, problems);
        Map<String, Instrument> instruments = InstrumentReading.read(definitions, "", problems);
        if (!problems.none()) {
            throw new IllegalStateException(RESOURCE + " is broken: " + problems.inOrder());
        }
        return Collections.unmodifiableMap(instruments);
    }

    private static String resource() {
        try (InputStream in = InstrumentCatalogue.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
