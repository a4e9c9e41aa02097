package axial.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of the pages in one language, a resource file each; {@code {name}} stands where a value goes. */
public final class Texts {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    public static final Texts ENGLISH = new Texts("en");
    public static final Texts GERMAN = new Texts("de");
    private static final int STEP_FOR_MANAGERS = 5;
    private static final List<Texts> ALL = List.of(ENGLISH, GERMAN);
    private final String language;
    private final Properties texts = new Properties();
    private final Shown shown;
    private final Names names;
    private final Texts rounded;

    private Texts(String language) {
        this.language = language;
        String resource = "messages_" + language + ".properties";
        try (Reader reader = new InputStreamReader(open(resource), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        shown = new Shown(say("number.point").charAt(0), say("number.group").charAt(0), 1);
        names = new Names(this);
        rounded = new Texts(this);
    }

    private Texts(Texts exact) {
        language = exact.language;
        texts.putAll(exact.texts);
        shown = new Shown(exact.shown.point(), exact.shown.group(), STEP_FOR_MANAGERS);
        names = new Names(this);
        rounded = this;
    }

    /** The words in that language; fails where there are none. */
    public static Texts of(String language) {
        return ALL.stream()
                .filter(t -> t.language.equals(language))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no words in the language " + language));
    }

    /** The same words, in which counts of people are rounded to five: those of the pages to decide with. */
    public Texts rounded() {
        return rounded;
    }

    /** The language by its two letters. */
    public String language() {
        return language;
    }

    /** How numbers are written in it. */
    Shown shown() {
        return shown;
    }

    /** What things are called in it. */
    Names names() {
        return names;
    }

    /** The text with its places. */
    String raw(String key) {
        return texts.getProperty(key, "");
    }

    Set<String> keys() {
        return texts.stringPropertyNames();
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

    /** The text for one of something, or for several. */
    String counted(String key, long n) {
        return n == 1 ? say(key + ".one") : say(key + ".many", "n", shown.count(n));
    }

    /** The text of the key, or of an unknown key its last part in plain letters. */
    String sayOr(String prefix, String name) {
        String key = prefix + name.replace(' ', '_').replace(':', '_');
        return has(key) ? say(key) : Names.plain(name);
    }

    private static InputStream open(String resource) throws IOException {
        InputStream stream = Texts.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IOException("no resource " + resource);
        }
        return stream;
    }
}
