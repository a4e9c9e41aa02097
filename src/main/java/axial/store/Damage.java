package axial.store;

import com.fasterxml.jackson.core.JacksonException;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.InvalidAvroMagicException;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.parquet.ParquetRuntimeException;
import org.apache.spark.SparkThrowable;
import org.jspecify.annotations.Nullable;

/** Tells whether something failed because a file of a store is gone or not as it was written. */
public final class Damage {
    private static final Pattern FILE =
            Pattern.compile("(?:^|[\\s(])((?:\\w+:)?/.*?)/visits/((?:data|metadata|ledger|refused)(?:[-\\w=./]*\\w)?)");

    private static final List<String> READERS =
            List.of("org.apache.iceberg.", "org.apache.avro.", "org.apache.hadoop.fs.");

    private Damage() {}

    /** What to tell of it; null where something else is the matter. */
    public static @Nullable StoreRefused in(Throwable thrown) {
        boolean damaged = false;
        Matcher file = null;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreRefused told) {
                return told;
            }
            String message = String.valueOf(cause.getMessage());
            if (message.contains("Permission denied") || message.contains("No space left")) {
                return null;
            }
            damaged |= shows(cause);
            Matcher found = FILE.matcher(message);
            file = file == null && found.find() ? found : file;
        }
        return damaged && file != null
                ? told(file.group(1).replaceFirst("^file:/+", "/") + "/visits", file.group(2))
                : null;
    }

    /** What failed while a store was opened; told as damage where it was reading what the store knows of itself. */
    static RuntimeException whenOpened(String place, RuntimeException failed) {
        boolean ofTheDisk = false;
        boolean ofReading = false;
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            ofTheDisk |= cause instanceof IOException && !shows(cause);
            ofReading |= isThrownByAReader(cause);
        }
        boolean told = failed instanceof StoreRefused || in(failed) != null;
        return told || ofTheDisk || !ofReading ? failed : told(place, "metadata");
    }

    /** Whether Iceberg or Hadoop found files of theirs to be something else, which they say in many ways. */
    private static boolean isThrownByAReader(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .map(StackTraceElement::getClassName)
                .filter(name -> !name.startsWith("java.") && !name.startsWith("jdk."))
                .findFirst()
                .filter(name -> READERS.stream().anyMatch(name::startsWith))
                .isPresent();
    }

    private static boolean shows(Throwable cause) {
        return cause instanceof ChecksumException
                || cause instanceof EOFException
                || cause instanceof FileNotFoundException
                || cause instanceof JacksonException
                || cause instanceof NotFoundException
                || cause instanceof ValidationException
                || cause instanceof AvroRuntimeException
                || cause instanceof InvalidAvroMagicException
                || cause instanceof ParquetRuntimeException
                || (cause instanceof SparkThrowable spark && isOfReading(String.valueOf(spark.getCondition())));
    }

    private static boolean isOfReading(String condition) {
        return condition.startsWith("FAILED_READ_FILE")
                || condition.startsWith("PATH_NOT_FOUND")
                || condition.startsWith("UNABLE_TO_INFER_SCHEMA");
    }

    /**
     * @param place of the visits
     * @param file within it
     */
    static StoreRefused told(String place, String file) {
        return new StoreRefused("the visit store is damaged: " + place + "/" + file
                + " is gone, cut off or changed since it was written. Put back a copy of the"
                + " store; or remove the folder " + place + ", run the job again on all files, and withdraw again who"
                + " was withdrawn.");
    }
}
