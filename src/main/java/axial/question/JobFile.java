package axial.question;

import axial.clinic.Instrument;
import axial.question.Job.Arm;
import axial.question.Job.Field;
import axial.question.Job.Outcome;
import axial.question.Job.Window;
import axial.question.Node.Mapping;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads job files. */
public final class JobFile {
    private static final long MOST_BYTES = 2_000_000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private JobFile() {}

    /** The job in a file; fails with everything that is wrong with it at once. */
    public static Job read(Path file) throws InvalidJob, IOException {
        return parse(file.toString(), textOf(file));
    }

    /**
     * The job in a text; fails with everything that is wrong with it at once.
     *
     * @param name what the text is called in messages
     */
    public static Job parse(String name, String yaml) throws InvalidJob {
        Problems problems = new Problems();
        String text = yaml.startsWith(BYTE_ORDER_MARK) ? yaml.substring(1) : yaml;
        Node root = YamlTree.read(text, problems);
        if (!(root instanceof Mapping mapping)) {
            if (problems.none()) {
                problems.add(Place.START, rootless(root));
            }
            throw new InvalidJob(name, problems.inOrder());
        }
        ShapeCheck.check(mapping, JobKeys.ROOT, problems);
        Job job = job(mapping, problems);
        if (!problems.none()) {
            throw new InvalidJob(name, problems.inOrder());
        }
        return job;
    }

    private static Job job(Mapping root, Problems problems) {
        Map<String, Instrument> instruments = instruments(root, problems);
        List<Field> fields = FieldReading.read(Values.block(root, "fields"), instruments.keySet(), problems);
        List<Arm> arms = ArmReading.read(Values.block(root, "arms"), problems);
        List<Outcome> outcomes = OutcomeReading.read(root.get("outcomes"), instruments, problems);
        List<Window> windows = WindowReading.read(root, problems);
        List<String> categories = FieldReading.categories(fields);
        return new Job(
                Values.text(root, "title", ""),
                Values.text(root, "cites"),
                SourceReading.read(root, VisitFields.of(instruments.keySet(), fields), instruments, problems),
                Values.text(root, "store"),
                PopulationReading.cohort(Values.block(root, "cohort"), problems),
                arms,
                outcomes,
                windows,
                FieldReading.adjustFor(root, fields, problems),
                PopulationReading.cluster(root, fields, problems),
                fields,
                PopulationReading.disclosure(Values.block(root, "disclosure"), problems),
                new QuestionReading(arms, outcomes, windows, categories, problems).read(root),
                instruments,
                QualityReading.read(root, problems),
                BandReading.ages(root, problems),
                SpcReading.read(root, outcomes, windows, problems),
                new Pages(Values.text(root, "language", Pages.PLAIN.language()), Values.text(root, "show_withheld")));
    }

    private static Map<String, Instrument> instruments(Mapping root, Problems problems) {
        Map<String, Instrument> instruments = new LinkedHashMap<>(InstrumentCatalogue.builtIn());
        instruments.putAll(InstrumentReading.read(Values.block(root, "instruments"), "this job file", problems));
        return Collections.unmodifiableMap(instruments);
    }

    private static String rootless(@Nullable Node root) {
        String begin = "A job file is a block of keys that begins with \"axial: 1\", but this file is ";
        return begin + (root == null || root.isNothing() ? "empty" : root.inWords()) + ". See jobs/README.md for one.";
    }

    private static String textOf(Path file) throws InvalidJob, IOException {
        try {
            if (Files.isDirectory(file)) {
                throw unreadable(file, "This is a directory. Name the job file in it.");
            }
            if (Files.size(file) > MOST_BYTES) {
                throw unreadable(file, "This is larger than 2 MB, so it is no job file. Were the visits meant?");
            }
            return Files.readString(file);
        } catch (NoSuchFileException absent) {
            throw unreadable(file, "There is no such file. Check the path, which counts from the current directory.");
        } catch (AccessDeniedException denied) {
            throw unreadable(file, "This file may not be read by you. Ask for the permission, or copy it.");
        } catch (CharacterCodingException other) {
            throw unreadable(file, "This file is not UTF-8 text. Save it as UTF-8.");
        }
    }

    private static InvalidJob unreadable(Path file, String what) {
        return new InvalidJob(file.toString(), List.of(new Problem("", 1, 1, what)));
    }
}
