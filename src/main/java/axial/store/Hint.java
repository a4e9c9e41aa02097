package axial.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The number of the current state, from which Iceberg looks for it. Where writing it failed it names an earlier state, and
 * a damage may make it any number.
 */
record Hint(FileSystem files, Path place) {
    private static final Pattern STATE = Pattern.compile("v(\\d+)\\..*metadata\\.json");

    Path path() {
        return new Path(place, "metadata/version-hint.text");
    }

    /** Lets it name the newest state that is there; where there is none nothing is done. */
    void mend() throws IOException {
        OptionalInt newest = newest();
        if (newest.isEmpty() || said().equals(Integer.toString(newest.getAsInt()))) {
            return;
        }
        Path mended = new Path(path().getParent(), UUID.randomUUID() + ".hint");
        try (var out = files.create(mended, false)) {
            out.write(Integer.toString(newest.getAsInt()).getBytes(StandardCharsets.UTF_8));
        }
        files.delete(path(), false);
        if (!files.rename(mended, path())) {
            throw new IOException("the store's " + path().getName() + " cannot be written");
        }
    }

    private OptionalInt newest() throws IOException {
        Path folder = path().getParent();
        if (!files.exists(folder)) {
            return OptionalInt.empty();
        }
        return Stream.of(files.listStatus(folder))
                .map(FileStatus::getPath)
                .map(file -> STATE.matcher(file.getName()))
                .filter(Matcher::matches)
                .mapToInt(state -> Integer.parseInt(state.group(1)))
                .max();
    }

    private String said() throws IOException {
        if (!files.exists(path())) {
            return "";
        }
        try (var in = files.open(path())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (ChecksumException | ArithmeticException damaged) { // Hadoop divides by what a check sum file says
            return "";
        }
    }
}
