package axial.ingest;

import static axial.ingest.HostileFile.HEADER;
import static axial.ingest.HostileFile.ROW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a path may lead to but a file of visits. */
final class OddPlaces {
    private static final String SECOND = ROW.replace("V1", "V2");
    private static final String THIRD = ROW.replace("V1", "V3");

    private OddPlaces() {}

    private static HostileFile files(String name, String... namesAndTexts) {
        return HostileFile.of(name, folder -> {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                Path file = folder.resolve(namesAndTexts[i]);
                Files.createDirectories(file.getParent());
                Files.writeString(file, namesAndTexts[i + 1]);
            }
        });
    }

    static List<HostileFile> folders() {
        return List.of(
                files("a folder of files", "visits/a.csv", HEADER + ROW, "visits/b.csv", HEADER + SECOND)
                        .at("visits")
                        .accepted(2),
                files(
                                "a folder with what programs leave",
                                "visits/part-0.csv",
                                HEADER + ROW,
                                "visits/_SUCCESS",
                                "",
                                "visits/.part-0.csv.swp",
                                "x")
                        .at("visits")
                        .accepted(1),
                HostileFile.of("an empty folder", folder -> Files.createDirectory(folder.resolve("visits.csv")))
                        .refused("visits.csv", "no such file"),
                files("a folder within a folder", "visits/2024/a.csv", HEADER + ROW)
                        .at("visits")
                        .refused("visits/2024", "folder within a folder", "pattern"),
                files("folders by a pattern", "in/a/x.csv", HEADER + ROW, "in/b/x.csv", HEADER + SECOND)
                        .at("in/*")
                        .accepted(2),
                files(
                                "files by a pattern",
                                "in/b.csv",
                                HEADER + SECOND,
                                "in/a.csv",
                                HEADER + ROW,
                                "in/a.csv.meta.json",
                                "{\"rows\":1}")
                        .at("in/*")
                        .accepted(2)
                        .noted("completeness not verified", "in/b.csv"),
                files("a pattern that fits nothing", "in/a.csv", HEADER + ROW)
                        .at("in/*.txt")
                        .refused("in/*.txt", "no such file"),
                files("a pattern that is broken", "in/a.csv", HEADER + ROW)
                        .at("in/[a.csv")
                        .refused("in/[a.csv", "path cannot be followed"),
                files("no file", "other.csv", HEADER + ROW).refused("visits.csv", "no such file", "visits: path"),
                files("a name with the signs of a pattern", "visits[1].csv", HEADER + ROW)
                        .at("visits[1].csv")
                        .accepted(1),
                files("a name with blanks and letters beyond ASCII", "Köln März {1} *.csv", HEADER + ROW)
                        .at("Köln März {1} *.csv")
                        .accepted(1),
                files("a name with a colon", "visits 10:30.csv", HEADER + ROW)
                        .at("visits 10:30.csv")
                        .refused("colon", "Rename it"));
    }

    static List<HostileFile> drift() {
        String ndi = HEADER.strip() + ",ndi_percent\n";
        String plain = "visits_a.csv";
        return List.of(
                files(
                                "a column missing in one file",
                                plain,
                                ndi + ROW.strip() + ",30\n",
                                "visits_b.csv",
                                HEADER + SECOND)
                        .at("visits_*.csv")
                        .refused(
                                "visits_b.csv, line 1",
                                "ndi_percent is missing",
                                "visits_a.csv of the same source has it"),
                files(
                                "a column missing in the first file",
                                plain,
                                HEADER + ROW,
                                "visits_b.csv",
                                ndi + SECOND.strip() + ",30\n")
                        .at("visits_*.csv")
                        .refused("visits_a.csv, line 1", "ndi_percent is missing"),
                files(
                                "a column that nobody reads missing in one file",
                                plain,
                                HEADER.strip() + ",shoe\n" + ROW.strip() + ",43\n",
                                "visits_b.csv",
                                HEADER + SECOND)
                        .at("visits_*.csv")
                        .accepted(2),
                files(
                                "other orders of columns",
                                plain,
                                HEADER + ROW,
                                "visits_b.csv",
                                "pain_nprs,treatments,visit_date,clinic_id,patient_id,visit_id\n5,massage,2024-03-05,C1,PSECRET,V2\n")
                        .at("visits_*.csv")
                        .accepted(2),
                files("one bad file of three", plain, HEADER + ROW, "visits_b.csv", "", "visits_c.csv", HEADER + THIRD)
                        .at("visits_*.csv")
                        .refused("visits_b.csv", "empty"),
                files("two bad files of three", plain, HEADER, "visits_b.csv", "{\\rtf", "visits_c.csv", HEADER + THIRD)
                        .at("visits_*.csv")
                        .refused("visits_a.csv", "no visit", "visits_b.csv", "RTF"));
    }

    static List<HostileFile> links() {
        return List.of(
                HostileFile.of("a link to a file", folder -> {
                            Files.writeString(folder.resolve("real.csv"), HEADER + ROW);
                            Files.createSymbolicLink(folder.resolve("visits.csv"), Path.of("real.csv"));
                        })
                        .accepted(1),
                HostileFile.of(
                                "a link that leads nowhere",
                                folder -> Files.createSymbolicLink(folder.resolve("visits.csv"), Path.of("gone.csv")))
                        .refused("visits.csv", "leads nowhere"),
                HostileFile.of(
                                "a link to itself",
                                folder -> Files.createSymbolicLink(folder.resolve("visits.csv"), Path.of("visits.csv")))
                        .refused("visits.csv", "in a circle"),
                HostileFile.of("two links in a circle", folder -> {
                            Files.createSymbolicLink(folder.resolve("visits.csv"), Path.of("other.csv"));
                            Files.createSymbolicLink(folder.resolve("other.csv"), Path.of("visits.csv"));
                        })
                        .refused("in a circle"),
                HostileFile.of("a folder with a link to itself", folder -> {
                            Files.createDirectory(folder.resolve("visits"));
                            Files.createSymbolicLink(folder.resolve("visits/again"), Path.of("../visits"));
                        })
                        .at("visits")
                        .refused("visits/again", "folder within a folder"),
                HostileFile.of("a pipe", OddPlaces::pipe).refused("visits.csv", "a pipe"),
                HostileFile.of("a device", folder -> {}).at("/dev/zero").refused("/dev/zero", "a device"));
    }

    private static void pipe(Path folder) throws IOException {
        Process made = new ProcessBuilder("mkfifo", folder.resolve("visits.csv").toString()).start();
        try {
            if (made.waitFor() != 0) {
                throw new IOException("no pipe could be made");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
