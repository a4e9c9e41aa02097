package axial.ingest;

import axial.question.Job;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All files of a job read at once, as into a store that holds nothing. */
final class Reading {
    private Reading() {}

    static Ingest of(Job job, Path folder) throws IOException {
        return Ingest.read(LocalSpark.session(), job, files(job, folder), null, patient -> false, 4);
    }

    /** The names of the files by number of batch. */
    static Map<Integer, String> names(Job job, Path folder) throws IOException {
        Map<Integer, String> names = new TreeMap<>();
        files(job, folder).forEach(file -> names.put(file.number(), file.file()));
        return names;
    }

    private static List<Arrival> files(Job job, Path folder) throws IOException {
        List<Arrival> files = new ArrayList<>();
        for (Arrival file : Arrival.find(job, folder)) {
            files.add(file.numbered(files.size() + 1));
        }
        return files;
    }
}
