package axial.sums;

import axial.question.Job;
import axial.tables.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Everything that the sums of a walk depend on but the visits, as a hash: what the job asks, and the program itself. */
public final class Rules {
    private static final List<String> ROOMS =
            List.of("axial/walk/", "axial/sums/", "axial/clinic/", "axial/question/", "axial/tables/");

    private Rules() {}

    /** The hash, for visits of some sources; none stand for all. */
    public static String of(Job job, Set<String> sources) {
        Sha256 digest = new Sha256();
        put(digest, program());
        put(digest, new TreeSet<>(sources));
        put(digest, job.cohort());
        put(digest, job.arms());
        put(digest, job.outcomes());
        put(digest, job.windows());
        put(digest, job.adjustFor());
        put(digest, job.cluster());
        put(digest, job.fields());
        put(digest, new TreeMap<>(job.instruments()));
        put(digest, job.ageBands());
        put(digest, job.spc());
        job.questions().forEach(question -> {
            put(digest, question.subgroups());
            put(digest, String.valueOf(question.dose()));
        });
        return digest.hex();
    }

    private static void put(Sha256 digest, Object part) {
        digest.add(part + "\n");
    }

    /** The classes of the rooms that make the sums, so that a program built anew, under whatever version, is another one. */
    private static String program() {
        try {
            Path place = Path.of(Rules.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.isDirectory(place) ? ofFolder(place) : ofJar(place);
        } catch (URISyntaxException unusual) {
            throw new IllegalStateException(unusual);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String ofFolder(Path place) throws IOException {
        Sha256 digest = new Sha256();
        for (String room : ROOMS) {
            try (Stream<Path> all = Files.list(place.resolve(room))) {
                for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                    put(digest, String.valueOf(file.getFileName()));
                    byte[] bytes = Files.readAllBytes(file);
                    digest.add(bytes, bytes.length);
                }
            }
        }
        return digest.hex();
    }

    /** A jar knows the check sum of each of its classes. */
    private static String ofJar(Path place) throws IOException {
        Sha256 digest = new Sha256();
        try (JarFile jar = new JarFile(place.toFile())) {
            jar.stream()
                    .filter(entry -> ROOMS.stream().anyMatch(entry.getName()::startsWith))
                    .sorted(Comparator.comparing(JarEntry::getName))
                    .forEach(entry -> put(digest, entry.getName() + " " + entry.getCrc() + " " + entry.getSize()));
        }
        return digest.hex();
    }
}
