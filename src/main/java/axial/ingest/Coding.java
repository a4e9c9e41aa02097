package axial.ingest;

import java.io.Serializable;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A code of a code system.
 *
 * @param system the address of the system, or empty where it is not said
 */
record Coding(String system, String code) implements Serializable {
    private static final Map<String, String> ADDRESSES = CodeTable.rows("code-systems.csv").stream()
            .collect(Collectors.toMap(row -> row.getField("name"), row -> row.getField("address")));

    /** Reads {@code system|code} or {@code code}; well-known systems may be named for short, such as {@code CPT}. */
    static Coding of(String written) {
        int bar = written.lastIndexOf('|');
        return bar < 0 ? new Coding("", written.strip()) : of(written.substring(0, bar), written.substring(bar + 1));
    }

    /** A system by its address or its short name, and a code. */
    static Coding of(String system, String code) {
        return new Coding(ADDRESSES.getOrDefault(system.strip(), system.strip()), code.strip());
    }

    /** One text for the whole. */
    String key() {
        return system.isEmpty() ? code : system + "|" + code;
    }

    /** The same code with the system left open. */
    Coding bare() {
        return new Coding("", code);
    }
}
