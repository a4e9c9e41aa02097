package axial.report;

import java.util.List;

/** How one's own clinic stands beside all, as far as the run has tables of it. */
public record ClinicSection(List<Figure> figures, List<Said> words) {

    static ClinicSection of(Tables tables, Texts texts) {
        return new ClinicSection(List.of(), List.of(Said.of(texts.say("clinic.none"))));
    }
}
