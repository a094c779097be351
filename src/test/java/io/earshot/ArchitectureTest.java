package io.earshot;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The table of docs/architecture.md, as a test: which package may import which. */
@AnalyzeClasses(packages = "io.earshot", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "io.earshot.";

    private static final List<String> BELOW_REPORT = List.of(
            "problem",
            "workspace",
            "device",
            "questionnaire",
            "prompt",
            "file",
            "webhook",
            "response",
            "privacy",
            "dataset",
            "statistics",
            "quality",
            "finding",
            "workbook");

    /** Package to the packages that it may import. */
    private static final Map<String, List<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("problem", List.of()),
            Map.entry("workspace", List.of("problem")),
            Map.entry("device", List.of("problem", "workspace")),
            Map.entry("questionnaire", List.of("problem", "workspace")),
            Map.entry("prompt", List.of("problem", "workspace", "device", "questionnaire")),
            Map.entry("file", List.of("problem", "workspace")),
            Map.entry("webhook", List.of("problem", "workspace")),
            Map.entry(
                    "response",
                    List.of("problem", "workspace", "device", "questionnaire", "prompt", "file", "webhook")),
            Map.entry(
                    "privacy",
                    List.of("problem", "workspace", "device", "questionnaire", "prompt", "file", "response")),
            Map.entry("dataset", List.of("problem", "workspace", "device", "questionnaire", "response")),
            Map.entry("statistics", List.of("dataset")),
            Map.entry(
                    "quality",
                    List.of("problem", "workspace", "device", "questionnaire", "prompt", "response", "statistics")),
            Map.entry("finding", List.of("questionnaire", "dataset", "statistics")),
            Map.entry("workbook", List.of("questionnaire", "dataset", "statistics", "finding")),
            Map.entry("report", BELOW_REPORT),
            Map.entry(
                    "launch",
                    Stream.concat(BELOW_REPORT.stream(), Stream.of("report")).toList()));

    @ArchTest
    static final ArchRule importsRunOneWay = importsRunOneWay();

    @ArchTest
    static final ArchRule noCycles = slices().matching("io.earshot.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a package that is in a cycle can't be understood, tested or moved by itself");

    @ArchTest
    static final ArchRule noCyclesAmongTopicsOfStatistics = slices().matching("io.earshot.statistics.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a topic is read by itself");

    @ArchTest
    static final ArchRule statisticsKnowNoFramework = noClasses()
            .that()
            .resideInAPackage("io.earshot.statistics..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "jakarta..",
                    "io.quarkus..",
                    "org.hibernate..",
                    "org.apache.poi..",
                    "java.sql..",
                    "com.fasterxml.."))
            .because("numbers must be computable anywhere: on a laptop, in a test, on a cluster");

    @ArchTest
    static final ArchRule workbooksComputeNothing = noClasses()
            .that()
            .resideInAPackage("io.earshot.workbook..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.apache.commons.math3..", "org.apache.commons.statistics.."))
            .because("a number must be the same in the workbook and in the API");

    @ArchTest
    static final ArchRule collaboratorsComeThroughTheConstructor = fields().should()
            .notBeAnnotatedWith("jakarta.inject.Inject")
            .because("what a class needs must be seen where it is made");

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = classes()
            .should(com.tngtech.archunit.lang.conditions.ArchConditions.not(
                    com.tngtech.archunit.lang.conditions.ArchConditions.haveNameMatching(
                            ".*(Impl|Manager|Util|Utils|Helper|Dto)")))
            .because("such a name stands for a thing that has not been understood");

    @Test
    void everyPackageIsInTheTable() {
        Set<String> found = production().stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(ROOT))
                .map(name -> name.substring(ROOT.length()).split("\\.")[0])
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(found).isEqualTo(new TreeSet<>(MAY_IMPORT.keySet()));
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> unmarked = production().stream()
                .map(JavaClass::getPackage)
                .filter(aPackage -> !aPackage.isAnnotatedWith(NullMarked.class.asSubclass(Annotation.class)))
                .map(aPackage -> aPackage.getName())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(unmarked).isEmpty();
    }

    @Test
    void thereAreClassesToJudge() {
        assertThat(production()).hasSizeGreaterThan(200);
    }

    private static JavaClasses production() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.earshot");
    }

    private static ArchRule importsRunOneWay() {
        LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInAnyPackage("io.earshot..");
        for (String name : MAY_IMPORT.keySet()) {
            layers = layers.layer(name).definedBy(ROOT + name + "..");
        }
        for (Map.Entry<String, List<String>> entry : MAY_IMPORT.entrySet()) {
            layers = entry.getValue().isEmpty()
                    ? layers.whereLayer(entry.getKey()).mayNotAccessAnyLayer()
                    : layers.whereLayer(entry.getKey())
                            .mayOnlyAccessLayers(entry.getValue().toArray(String[]::new));
        }
        // Column types name the variable that they hold, and a codebook's words are the questionnaire's.
        return layers.ignoreDependency(in("statistics"), questionnaireWords())
                .because("what is asked must not know who answers, and a statistic not where it is printed");
    }

    private static DescribedPredicate<JavaClass> in(String name) {
        return resideInAnyPackage(ROOT + name + "..");
    }

    private static DescribedPredicate<JavaClass> questionnaireWords() {
        return DescribedPredicate.describe(
                "a variable of the codebook",
                type -> Set.of("Variable", "CodedValue", "Measure", "Text").contains(type.getSimpleName())
                        && type.getPackageName().equals("io.earshot.questionnaire"));
    }
}
