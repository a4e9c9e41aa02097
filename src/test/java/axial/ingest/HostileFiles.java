package axial.ingest;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** Every hostile file there is. */
public final class HostileFiles {
    private HostileFiles() {}

    public static List<HostileFile> all() throws IOException {
        return Stream.of(
                        PackedFiles.whole(),
                        PackedFiles.cutOff(),
                        PackedFiles.damaged(),
                        PackedFiles.withSidecar(),
                        PackedFiles.bombs(),
                        PackedFiles.otherKinds(),
                        EncodedFiles.marked(),
                        EncodedFiles.unmarked(),
                        EncodedFiles.undeclared(),
                        EncodedFiles.declared(),
                        TableShapes.lineEnds(),
                        TableShapes.quotes(),
                        TableShapes.headers(),
                        TableShapes.delimiters(),
                        TableShapes.sizes(),
                        OddNumbers.plain(),
                        OddNumbers.refused(),
                        OddNumbers.declared(),
                        OddDates.plain(),
                        OddDates.refused(),
                        OddDates.declared(),
                        OddDates.inZones(),
                        OddTexts.formulas(),
                        OddTexts.unseen(),
                        OddTexts.seen(),
                        OddTexts.rows(),
                        OddJson.lines(),
                        OddJson.objects(),
                        OddJson.scores(),
                        OddParquet.damaged(),
                        OddParquet.types(),
                        OddParquet.times(),
                        OddPlaces.folders(),
                        OddPlaces.drift(),
                        OddPlaces.links())
                .flatMap(List::stream)
                .toList();
    }
}
