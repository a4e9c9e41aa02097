package axial.bench;

import axial.job.Progress;
import axial.job.ReviewJob;
import axial.question.JobFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Axial in one process, by the arrow that {@code axial run} calls, timed at the stages that it tells of. */
public final class AxialRun {
    /** Ends a run after the stage that was asked for. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private AxialRun() {}

    /**
     * Arguments: the job file, the output folder, the last stage to be timed ({@code engine}, {@code visits} …), then
     * settings of Spark as {@code key=value}.
     */
    public static void main(String[] arguments) throws Exception {
        Path job = Path.of(arguments[0]);
        String last = arguments.length > 2 ? arguments[2] : "report";
        Stopwatch.sinceProcessStart("java");
        try {
            new ReviewJob(job, JobFile.read(job), Path.of(arguments[1]), stages(last))
                    .run("local[*]", settings(arguments));
        } catch (Enough asked) {
            // Spark is closed by now.
        }
        peak();
    }

    private static Map<String, String> settings(String[] arguments) {
        Map<String, String> settings = new TreeMap<>();
        for (int i = 3; i < arguments.length; i++) {
            String[] setting = arguments[i].split("=", 2);
            settings.put(setting[0], setting[1]);
        }
        return settings;
    }

    /** What comes after the number of a stage is its name: {@code 2/5 visits …}. */
    private static Progress stages(String last) {
        Stopwatch watch = new Stopwatch();
        return line -> {
            String stage = line.split(" ")[1];
            watch.phase(stage);
            if (stage.equals(last)) {
                throw new Enough();
            }
        };
    }

    private static void peak() throws IOException {
        Stopwatch.peakMemory();
        Stopwatch.sinceProcessStart("process");
    }
}
