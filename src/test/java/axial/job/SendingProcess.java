package axial.job;

import axial.ingest.LocalSpark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A process of its own that sends one prepared batch after another, to be killed while it does. */
final class SendingProcess {
    private SendingProcess() {}

    public static void main(String[] folder) throws Exception {
        Shelf shelf = Shelf.in(Path.of(folder[0]), Map.of("record_version", "version"));
        Files.createDirectories(shelf.folder().resolve("in"));
        List<Path> batches;
        try (Stream<Path> prepared = Files.list(shelf.folder().resolve("prepared"))) {
            batches = prepared.sorted().toList();
        }
        LocalSpark.session();
        System.out.println("started");
        for (Path batch : batches) {
            Path there = shelf.folder().resolve("in").resolve(String.valueOf(batch.getFileName()));
            if (!Files.exists(there)) {
                Path coming = Files.copy(batch, shelf.folder().resolve("coming"), StandardCopyOption.REPLACE_EXISTING);
                Files.move(coming, there, StandardCopyOption.ATOMIC_MOVE);
            }
            shelf.send();
            System.out.println("sent");
        }
        shelf.forget("P3");
        System.out.println("done");
    }
}
