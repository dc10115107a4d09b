package io.amanat.app.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which module may know which: see the table in the README. Everything that is not named here is forbidden. */
@AnalyzeClasses(packages = House.ROOT, importOptions = House.class)
class ArrowsOfTheHouseTest {
    private static final Set<String> CONTEXTS = Set.of("marketplace", "escrow", "custody", "disputes", "identity");

    /** The token to pay in is chosen with the acceptance of an offer; which tokens there are is the escrow's affair. */
    private static final Set<String> LENT =
            Set.of("io.amanat.api.escrow.AssetBody", "io.amanat.api.escrow.AssetChoice");

    private static final String[] JDK = {"java..", "javax.crypto..", "javax.net..", "org.jspecify.."};

    @ArchTest
    static final ArchRule contractKnowsTheJdkOnly = module("contract", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule domainKnowsContractAndAxon = module(
            "domain",
            with(
                    JDK,
                    "io.amanat.contract..",
                    "org.axonframework.modelling..",
                    "org.axonframework.eventsourcing..",
                    "org.axonframework.commandhandling..",
                    "org.axonframework.messaging.."));

    @ArchTest
    static final ArchRule sagasKnowContractAndAxon = module(
            "saga",
            with(
                    JDK,
                    "io.amanat.contract..",
                    "org.axonframework.modelling..",
                    "org.axonframework.eventhandling..",
                    "org.axonframework.deadline..",
                    "org.axonframework.config..",
                    "org.axonframework.messaging..",
                    "jakarta.inject.."));

    @ArchTest
    static final ArchRule projectionsKnowContractAndJdbc = module(
            "projection",
            with(
                    JDK,
                    "io.amanat.contract..",
                    "org.axonframework.eventhandling..",
                    "org.axonframework.config..",
                    "org.axonframework.messaging..",
                    "org.springframework.jdbc..",
                    "org.postgresql",
                    "org.postgresql.copy"));

    @ArchTest
    static final ArchRule commandApiDoesNotKnowTheOtherSides = apart("api", "domain", "contract");

    @ArchTest
    static final ArchRule queriesKnowNoOtherSide = apart("query", "contract");

    @ArchTest
    static final ArchRule eventLogKnowsNobody = apart("eventlog");

    @ArchTest
    static final ArchRule platformKnowsTheEventLogAlone = apart("platform", "contract", "eventlog");

    @ArchTest
    static final ArchRule engineKnowsWhatItCarries = apart("engine", "contract", "projection", "platform", "eventlog");

    @ArchTest
    static final ArchRule chainKnowsTheSagasPorts = apart("chain", "contract", "saga");

    @ArchTest
    static final ArchRule nobodyKnowsTheAssembly = noClasses()
            .that()
            .resideOutsideOfPackage("io.amanat.app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.amanat.app..");

    @ArchTest
    static final ArchRule contextsKnowEachOtherById =
            classes().that(haveAContext()).should(stayWithinTheirContext());

    private static ArchRule module(String name, String... allowed) {
        return classes()
                .that()
                .resideInAPackage("io.amanat." + name + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(with(allowed, "io.amanat." + name + ".."));
    }

    private static ArchRule apart(String name, String... known) {
        Set<String> may =
                Stream.concat(Stream.of(name, ""), Arrays.stream(known)).collect(Collectors.toSet());
        return noClasses()
                .that()
                .resideInAPackage("io.amanat." + name + "..")
                .should()
                .dependOnClassesThat(describe(
                        "are ours and in another module than " + may,
                        type -> type.getPackageName().startsWith("io.amanat.") && !may.contains(House.module(type))));
    }

    /** The contract is the shared language; projections and queries show what several contexts did, so only their rows are apart. */
    private static DescribedPredicate<JavaClass> haveAContext() {
        return describe(
                "belong to a context of domain, api or sagas",
                type -> Set.of("domain", "api", "saga").contains(House.module(type))
                        && CONTEXTS.contains(House.context(type)));
    }

    private static ArchCondition<JavaClass> stayWithinTheirContext() {
        return new ArchCondition<>("know no class of another context in their module") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(arrow -> House.module(arrow.getTargetClass()).equals(House.module(type)))
                        .filter(arrow -> CONTEXTS.contains(House.context(arrow.getTargetClass())))
                        .filter(arrow -> !LENT.contains(arrow.getTargetClass().getName()))
                        .filter(arrow -> !House.context(arrow.getTargetClass()).equals(House.context(type)))
                        .forEach(arrow -> events.add(SimpleConditionEvent.violated(arrow, arrow.getDescription())));
            }
        };
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new);
    }
}
