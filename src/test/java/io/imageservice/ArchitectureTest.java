package io.imageservice;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.imageservice.image.Image;
import io.imageservice.image.ImageStatus;
import org.junit.jupiter.api.Test;

/// The house rules of docs/architecture.md, each with the reason it fails with.
class ArchitectureTest {
    private static final String ROOT = "io.imageservice.";
    private static final JavaClasses OURS =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.imageservice");

    private static final String[] LEAVES = packages("error", "event", "engine");
    private static final String[] CORE = packages("reference", "image");
    private static final String[] PORTS = packages("storage", "messaging", "cache");
    private static final String[] USE_CASES =
            packages("upload", "processing", "query", "confirm", "product", "removal");
    private static final String[] EDGE = packages("dialect", "platform");

    @Test
    void leavesImportNothingOfOurs() {
        for (String leaf : new String[] {"error", "event", "engine"}) {
            check(
                    noClasses()
                            .that()
                            .resideInAPackage(ROOT + leaf + "..")
                            .should()
                            .dependOnClassesThat(
                                    com.tngtech.archunit.base.DescribedPredicate.describe(
                                            "are ours, outside " + leaf,
                                            other ->
                                                    other.getPackageName().startsWith(ROOT)
                                                            && !other.getPackageName()
                                                                    .startsWith(ROOT + leaf)))
                            .because("a leaf is read and tested without knowing the house"));
        }
    }

    @Test
    void theEngineKnowsNoFramework() {
        check(
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + "engine..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "jakarta..", "io.quarkus..", "io.smallrye..", "java.net..")
                        .because("the engine is plain Java: no framework, no network"));
    }

    @Test
    void whoMayIsAskedWithoutKnowingTheHouse() {
        check(
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + "access..")
                        .should()
                        .dependOnClassesThat(
                                com.tngtech.archunit.base.DescribedPredicate.describe(
                                        "are ours, beside error",
                                        other ->
                                                other.getPackageName().startsWith(ROOT)
                                                        && !other.getPackageName()
                                                                .startsWith(ROOT + "access")
                                                        && !other.getPackageName()
                                                                .startsWith(ROOT + "error")))
                        .because("every layer asks it, so it can ask none"));
    }

    @Test
    void theCoreKnowsOnlyLeaves() {
        check(
                noClasses()
                        .that()
                        .resideInAnyPackage(CORE)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(join(PORTS, packages("asset"), USE_CASES, EDGE))
                        .because("the core is what everything else stands on"));
    }

    @Test
    void portsKnowNoUseCase() {
        check(
                noClasses()
                        .that()
                        .resideInAnyPackage(PORTS)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(join(packages("asset"), USE_CASES, EDGE))
                        .because(
                                "a port can be exchanged without touching what is done through it"));
    }

    @Test
    void sharedStepsKnowNoUseCase() {
        check(
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + "asset..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(join(USE_CASES, EDGE))
                        .because("use cases share steps; steps do not call back"));
    }

    @Test
    void useCasesMeetOnlyInDatabaseAndMessages() {
        for (String one : USE_CASES) {
            for (String other : USE_CASES) {
                if (!one.equals(other)) {
                    check(
                            noClasses()
                                    .that()
                                    .resideInAPackage(one)
                                    .should()
                                    .dependOnClassesThat()
                                    .resideInAPackage(other)
                                    .because("a use case can be removed without touching another"));
                }
            }
        }
    }

    @Test
    void nobodyImportsTheEdge() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(EDGE)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(EDGE)
                        .because("translation and platform sit on top"));
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.imageservice.(*)..")
                .should()
                .beFreeOfCycles()
                .because("the data's way is the reading order")
                .check(OURS);
    }

    @Test
    void onlyTheRelayEmits() {
        check(
                noClasses()
                        .that()
                        .haveSimpleNameNotStartingWith("OutboxRelay")
                        .and()
                        .resideOutsideOfPackage(ROOT + "messaging..")
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching(
                                "(org.eclipse.microprofile.reactive.messaging.Emitter|io.smallrye.reactive.messaging.MutinyEmitter|org.apache.kafka.clients.producer..*)")
                        .because("no event leaves outside the outbox (ADR 0001)"));
    }

    @Test
    void onlyStorageKnowsTheSdk() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage(ROOT + "storage..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("io.minio..", "okhttp3..")
                        .because("any S3 client could take its place"));
    }

    @Test
    void onlyCacheTouchesRedis() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage(ROOT + "cache..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("io.quarkus.redis..", "io.vertx.redis..")
                        .because("Redis is only ever a cache or a fast list (ADR 0009)"));
    }

    @Test
    void httpStaysInResources() {
        check(
                noClasses()
                        .that()
                        .haveSimpleNameNotEndingWith("Resource")
                        .and()
                        .resideOutsideOfPackages(ROOT + "error..", ROOT + "platform..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("jakarta.ws.rs..")
                        .because("what is done is told apart from how it is asked for"));
    }

    @Test
    void resourceMethodsArePublic() {
        check(
                classes()
                        .that()
                        .areAnnotatedWith(jakarta.ws.rs.Path.class)
                        .should()
                        .bePublic()
                        .because("Quarkus REST silently ignores what is not public"));
    }

    @Test
    void everyResourceSaysWhatItNeeds() {
        check(
                classes()
                        .that()
                        .areAnnotatedWith(jakarta.ws.rs.Path.class)
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("jakarta.annotation.security")
                        .because("who may is said beside what is done"));
    }

    @Test
    void onlyAccessKnowsIdentities() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                ROOT + "access..", ROOT + "platform..", ROOT + "error..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("io.quarkus.security..")
                        .because("there is one place for who is calling: access.Caller"));
    }

    @Test
    void onlyLifecycleChangesAStatus() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(ROOT + "image..")
                        .and()
                        .doNotHaveFullyQualifiedName("io.imageservice.asset.Lifecycle")
                        .should()
                        .callMethod(
                                Image.class,
                                "become",
                                ImageStatus.class,
                                io.imageservice.image.Cause.class,
                                java.time.OffsetDateTime.class)
                        .because("row, history and event change together"));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(OURS);
    }

    private static String[] packages(String... names) {
        String[] patterns = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            patterns[i] = ROOT + names[i] + "..";
        }
        return patterns;
    }

    private static String[] join(String[]... lists) {
        return java.util.Arrays.stream(lists)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new);
    }
}
