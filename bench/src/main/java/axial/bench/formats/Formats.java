package axial.bench.formats;

import java.nio.file.Path;
import java.util.List;

/** The formats by name; the part of the name before {@code +} is the folder of its jars. */
public final class Formats {
    /** Those that are timed. Hardened: set up so that a forgotten patient leaves nothing. */
    public static final List<String> TIMED = List.of("plain", "iceberg-core", "iceberg+hardened", "delta+hardened");

    /** Those whose files are searched after a patient is forgotten. */
    public static final List<String> SEARCHED =
            List.of("plain", "iceberg-core", "iceberg", "iceberg+hardened", "delta", "delta+hardened");

    private Formats() {}

    /** The format of the name, keeping its table in the folder. */
    public static StoreFormat of(String name, Path folder) {
        return switch (name) {
            case "plain" -> new PlainParquet(folder);
            case "iceberg-core" -> new IcebergCore(folder);
            case "iceberg" -> new IcebergSql(folder, false);
            case "iceberg+hardened" -> new IcebergSql(folder, true);
            case "delta" -> new Delta(folder, false);
            case "delta+hardened" -> new Delta(folder, true);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** The folder of the jars that the format adds. */
    public static String jars(String name) {
        return name.replaceFirst("\\+.*", "");
    }
}
