package axial.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Times the phases of a measured process and prints each as {@code MEASURED name value} for the process that asked. */
final class Stopwatch {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    /** What every line with a figure begins with. */
    static final String MEASURED = "MEASURED ";

    private static final double NANOS = 1e9;

    private long wall = System.nanoTime();
    private long cpu = SYSTEM.getProcessCpuTime();

    /** Seconds since the process was started, which is more than since {@code main}. */
    static void sinceProcessStart(String phase) {
        long started = ManagementFactory.getRuntimeMXBean().getStartTime();
        say(phase + ".wall", (System.currentTimeMillis() - started) / 1e3);
        say(phase + ".cpu", SYSTEM.getProcessCpuTime() / NANOS);
    }

    /** Starts anew, so that what was done since the last phase belongs to none. */
    void restart() {
        wall = System.nanoTime();
        cpu = SYSTEM.getProcessCpuTime();
    }

    /** Prints what passed since the last phase, and starts anew. */
    void phase(String name) {
        say(name + ".wall", (System.nanoTime() - wall) / NANOS);
        say(name + ".cpu", (SYSTEM.getProcessCpuTime() - cpu) / NANOS);
        restart();
    }

    /** Prints the most memory that this process ever had, in MB. */
    static void peakMemory() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmHWM:")) {
                say("peak.mb", Long.parseLong(line.replaceAll("\\D", "")) / 1024.0);
            }
        }
    }

    static void say(String name, double value) {
        System.out.println(MEASURED + name + " " + String.format(Locale.ROOT, "%.3f", value));
    }
}
