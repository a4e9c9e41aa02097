package axial.report;

import java.util.ArrayList;
import java.util.List;

/**
 * What a reporting guideline asks for and where it stands; what only an author can write is said so, and never ticked.
 */
final class Checklists {
    private final Texts texts;

    Checklists(Texts texts) {
        this.texts = texts;
    }

    /** The items that RECORD adds to STROBE (Benchimol et al. 2015). */
    Listing record() {
        return listing("record");
    }

    /** The elements of TARGET (2025), in words of ours. */
    Listing target() {
        return listing("target");
    }

    private Listing listing(String name) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 1; texts.has(name + "." + i + ".item"); i++) {
            String key = name + "." + i;
            boolean done = texts.has(key + ".here");
            rows.add(List.of(
                    Cell.of(texts.say(key + ".item")),
                    Cell.of(done ? texts.say("checklist.filled") : texts.say("checklist.author")),
                    Cell.of(texts.say(done ? key + ".here" : key + ".author"))));
        }
        List<Listing.Column> columns = List.of(
                Listing.words(texts.say("checklist.item")),
                Listing.words(texts.say("checklist.state")),
                Listing.words(texts.say("checklist.where")));
        return new Listing(texts.say(name + ".caption"), columns, List.copyOf(rows), 1);
    }
}
