package axial.ingest;

import axial.question.Job;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Finds the files behind a source's path: a file, a folder of files, or a pattern. */
final class FileSearch {
    private static final FileStatus[] NONE = {};

    private final String written;
    private final Path path;
    private final List<SourceFile> files = new ArrayList<>();

    private FileSearch(String written, Path path) {
        this.written = written;
        this.path = path;
    }

    /** The files in order of their names; fails with {@link InputRefused} where there are none. */
    static List<SourceFile> of(Job.Source source, java.nio.file.Path folder) {
        String written = source.path();
        try {
            boolean elsewhere = written.contains("://");
            Path path = elsewhere
                    ? new Path(written)
                    : new Path(folder.toAbsolutePath()
                            .resolve(written)
                            .normalize()
                            .toUri()
                            .getPath());
            FileSearch search = new FileSearch(written, path);
            search.search(path.getFileSystem(FileSystems.settings()));
            return search.files;
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new InputRefused(written + ": the path cannot be followed. Check that it is no broken pattern, and"
                    + " that its folders may be read.");
        }
    }

    private void search(FileSystem system) throws IOException {
        FileStatus[] matches = matches(system);
        boolean one = matches.length == 1 && matches[0].getPath().getName().equals(path.getName());
        String parent = written.substring(0, written.lastIndexOf('/') + 1);
        for (FileStatus match : matches) {
            String shown = one ? written : parent + match.getPath().getName();
            if (match.isDirectory()) {
                addFolder(system, match, shown);
            } else {
                add(match, shown);
            }
        }
        if (files.isEmpty()) {
            throw new InputRefused(written + noFile());
        }
    }

    /** A name is taken as it stands before it is taken as a pattern. */
    private FileStatus[] matches(FileSystem system) throws IOException {
        try {
            return new FileStatus[] {system.getFileStatus(path)};
        } catch (FileNotFoundException pattern) {
            FileStatus[] matches = system.globStatus(path);
            FileStatus[] sorted = matches == null ? NONE : matches;
            Arrays.sort(sorted);
            return sorted;
        }
    }

    /** Files that programs leave beside data, such as {@code _SUCCESS}, are none of it. */
    private void addFolder(FileSystem system, FileStatus folder, String shown) throws IOException {
        FileStatus[] inside = system.listStatus(folder.getPath());
        Arrays.sort(inside);
        for (FileStatus one : inside) {
            String name = one.getPath().getName();
            if (one.isDirectory()) {
                throw new InputRefused(shown + "/" + name
                        + ": this is a folder within a folder. Name the files with a pattern such as  " + shown
                        + "/*/*.csv .");
            }
            if (!name.startsWith("_") && !name.startsWith(".")) {
                add(one, shown.replaceFirst("/+$", "") + "/" + name);
            }
        }
    }

    private void add(FileStatus file, String shown) {
        if (file.getPath().getName().endsWith(Sidecar.ENDING)) {
            return;
        }
        if (file.getPath().getName().indexOf(':') >= 0) {
            throw new InputRefused(shown + ": a file with a colon in its name cannot be read. Rename it.");
        }
        boolean onDisk = "file".equals(file.getPath().toUri().getScheme());
        if (onDisk && !Files.isRegularFile(local(file.getPath()))) {
            throw new InputRefused(shown + ": this is no file but a pipe, a device or a link that leads nowhere."
                    + " Write its content to a file first.");
        }
        files.add(SourceFile.of(file, shown));
    }

    private static java.nio.file.Path local(Path path) {
        return java.nio.file.Path.of(path.toUri().getPath());
    }

    private String noFile() {
        if (!written.contains("://") && Files.isSymbolicLink(local(path))) {
            return ": this is a link that leads nowhere or in a circle. Mend it, or name the file itself.";
        }
        return ": no such file. The path is relative to the job file's folder; correct  visits: path  or put the file"
                + " there.";
    }
}
