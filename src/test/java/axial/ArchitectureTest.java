package axial;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The walls of the house. */
class ArchitectureTest {
    private static final Set<String> ROOMS = new TreeSet<>(Set.of(
            "clinic",
            "question",
            "stats",
            "tables",
            "privacy",
            "ingest",
            "walk",
            "sums",
            "evidence",
            "disclosure",
            "report",
            "job",
            "store",
            "cli",
            "synth"));

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("axial");

    private static String room(String name) {
        return "axial." + name + "..";
    }

    @Test
    void theCheckSeesTheWholeHouse() {
        Set<String> found = new TreeSet<>();
        HOUSE.forEach(c -> {
            String[] parts = c.getPackageName().split("\\.");
            if (parts.length > 1) {
                found.add(parts[1]);
            }
        });
        assertEquals(ROOMS, found);
        assertTrue(HOUSE.size() > 100, "only " + HOUSE.size() + " classes were found");
    }

    @Test
    void roomsKnowOnlyTheRoomsTheyMay() {
        var house = layeredArchitecture().consideringOnlyDependenciesInAnyPackage("axial..");
        for (String name : ROOMS) {
            house = house.layer(name).definedBy(room(name));
        }
        house.whereLayer("clinic")
                .mayNotAccessAnyLayer()
                .whereLayer("question")
                .mayOnlyAccessLayers("clinic")
                .whereLayer("stats")
                .mayNotAccessAnyLayer()
                .whereLayer("tables")
                .mayOnlyAccessLayers("clinic", "question")
                .whereLayer("synth")
                .mayOnlyAccessLayers("clinic", "tables")
                .whereLayer("privacy")
                .mayOnlyAccessLayers("question")
                .whereLayer("ingest")
                .mayOnlyAccessLayers("clinic", "question", "tables", "privacy")
                .whereLayer("store")
                .mayOnlyAccessLayers("question", "tables")
                .whereLayer("walk")
                .mayOnlyAccessLayers("clinic", "question")
                .whereLayer("evidence")
                .mayOnlyAccessLayers("clinic", "question", "stats", "tables", "walk")
                .whereLayer("disclosure")
                .mayOnlyAccessLayers("question", "tables", "clinic")
                .whereLayer("sums")
                .mayOnlyAccessLayers("clinic", "question", "stats", "tables", "walk", "evidence")
                .whereLayer("report")
                .mayOnlyAccessLayers("clinic", "question", "tables")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .because("rooms are joined by tables, not by calls")
                .check(HOUSE);
    }

    @Test
    void roomsAreFreeOfCycles() {
        slices().matching("axial.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void sparkStaysInTheRoomsThatFeedAndStore() {
        noClasses()
                .that()
                .resideOutsideOfPackages(room("ingest"), room("store"), room("sums"), room("job"), room("tables"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.spark..")
                .because("Spark sums, the driver concludes; the walk is tested without an engine")
                .check(HOUSE);
    }

    @Test
    void librariesStayInTheirRooms() {
        noClasses()
                .that()
                .resideOutsideOfPackages(room("stats"), room("disclosure"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.commons.math3..", "org.apache.commons.numbers..")
                .check(HOUSE);
        onlyIn("tech.tablesaw..", "report");
        onlyIn("gg.jte..", "report");
        onlyIn("com.lowagie..", "report");
        onlyIn("picocli..", "cli");
    }

    private static void onlyIn(String library, String name) {
        noClasses()
                .that()
                .resideOutsideOfPackage(room(name))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(HOUSE);
    }

    @Test
    void pureRoomsTouchNoOutsideWorld() {
        noClasses()
                .that()
                .resideInAnyPackage(room("stats"), room("clinic"), room("evidence"), room("walk"), room("disclosure"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio..", "java.net..", "java.util.concurrent..", "org.slf4j..", "java.time..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .because("the same sums give the same answers, always")
                .check(HOUSE);
    }

    @Test
    void nothingUndeterminedReachesAResult() {
        noClasses()
                .should()
                .callMethodWhere(
                        com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                                        com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                                                com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo(
                                                        org.apache.spark.sql.functions.class)))
                                .and(
                                        com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                                                com.tngtech.archunit.core.domain.properties.HasName.Predicates
                                                        .nameMatching(
                                                                "rand|randn|first|last|avg|mean|stddev.*|corr|percentile_approx|monotonically_increasing_id"))))
                .check(HOUSE);
        noClasses()
                .should()
                .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                        com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching(
                                "dropDuplicates|currentTimeMillis")))
                .check(HOUSE);
    }

    @Test
    void onlyTheJobStartsAnEngineAndOnlyTheDoorTouchesTheStreams() {
        noClasses()
                .that()
                .resideOutsideOfPackage(room("job"))
                .should()
                .callMethod(org.apache.spark.sql.SparkSession.class, "builder")
                .orShould()
                .callMethod(org.apache.spark.sql.classic.SparkSession.class, "builder")
                .check(HOUSE);
        noClasses()
                .that()
                .resideOutsideOfPackage(room("cli"))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .check(HOUSE);
    }

    @Test
    void everyRoomIsNullMarked() {
        classes()
                .that()
                .haveSimpleName("package-info")
                .and()
                .resideInAPackage("axial..")
                .and()
                .resideOutsideOfPackage("axial.report.pages..")
                .should()
                .beAnnotatedWith(NullMarked.class)
                .check(HOUSE);
    }

    @Test
    void noClassIsNamedForNothing() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)$|.*\\.Abstract[A-Z].*|.*[a-z]Base$")
                .check(HOUSE);
    }
}
