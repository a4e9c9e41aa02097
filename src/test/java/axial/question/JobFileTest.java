package axial.question;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class JobFileTest {

    @TestFactory
    Stream<DynamicTest> theConformanceJobsAreRead() throws Exception {
        Path shared = Places.upward("shared");
        Assumptions.assumeTrue(shared != null, "the shared conformance cases are not on this machine");
        List<Path> jobs;
        try (Stream<Path> all = Files.walk(shared, 4)) {
            jobs = all.filter(file -> file.endsWith("job.yaml")).sorted().toList();
        }
        return jobs.stream().map(file -> DynamicTest.dynamicTest(file.getParent().getFileName().toString(), () -> {
            Job job = JobFile.read(file);
            assertEquals(job.questions().get(0).id(), job.questions().get(0).id());
        }));
    }
}
