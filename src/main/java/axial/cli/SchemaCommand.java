package axial.cli;

import axial.question.JobSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code axial schema}: the JSON Schema of the job file. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = "Prints the JSON Schema (draft-07) of the job file, for editors.")
final class SchemaCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        System.out.println(JobSchema.json());
        return 0;
    }
}
