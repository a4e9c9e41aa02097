package axial.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of the pages, one resource file per language; {@code {name}} stands where a value goes. */
public final class Texts {
    public static final Texts ENGLISH = new Texts("messages_en.properties");
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private final Properties texts = new Properties();

    private Texts(String resource) {
        try (Reader reader = new InputStreamReader(open(resource), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of the key, its places filled from the names and values that follow each other. */
    public String say(String key, String... namesAndValues) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no text for " + key);
        }
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(
                        Objects.requireNonNull(values.get(place.group(1)), () -> key + " needs " + place.group(1))));
    }

    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /** The text of the key, or of an unknown key its last part in plain letters. */
    String sayOr(String prefix, String name) {
        return has(prefix + name) ? say(prefix + name) : Names.plain(name);
    }

    private static InputStream open(String resource) throws IOException {
        InputStream stream = Texts.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IOException("no resource " + resource);
        }
        return stream;
    }
}
