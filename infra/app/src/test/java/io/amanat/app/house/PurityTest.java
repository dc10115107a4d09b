package io.amanat.app.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What must give the same answer tomorrow asks nobody but the message; what is inside stays inside. */
@AnalyzeClasses(packages = House.ROOT, importOptions = House.class)
class PurityTest {
    private static final String[] PURE = {
        "io.amanat.contract..", "io.amanat.domain..", "io.amanat.projection..", "io.amanat.saga.."
    };
    private static final String LOOK_UP = "io.amanat.projection.ProjectionHandler.positionInLog(";
    private static final String WRITING = "io.amanat.projection.writing";
    private static final Set<String> NUMBERS_THAT_ROUND =
            Set.of("double", "float", "double[]", "float[]", "java.lang.Double", "java.lang.Float");

    /** Aggregates are handed a clock with the command; nobody else knows what time it is. */
    @ArchTest
    static final ArchRule nobodyAsksTheClock = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .callMethodWhere(describe("asks the system's clock or for chance", PurityTest::notRepeatable));

    @ArchTest
    static final ArchRule projectionsHaveNoClockAtAll = noClasses()
            .that()
            .resideInAPackage("io.amanat.projection..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(java.time.Clock.class, java.time.InstantSource.class);

    @ArchTest
    static final ArchRule nobodyPureTalksToTheNetwork = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net..", "javax.net..", "java.nio.file..", "java.io..", "org.web3j..");

    /** Only the package that writes has a database; besides, an event's place is looked up in the log. */
    @ArchTest
    static final ArchRule projectionsReadNoTables = noClasses()
            .that()
            .resideInAPackage("io.amanat.projection..")
            .and()
            .resideOutsideOfPackage(WRITING)
            .should()
            .callMethodWhere(describe(
                    "reads from the database",
                    call -> call.getTargetOwner().getPackageName().startsWith("org.springframework.jdbc")
                            && call.getName().startsWith("query")
                            && !call.getOrigin().getFullName().startsWith(LOOK_UP)))
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..");

    /** What is written follows from the changes and from the rows that they change: no projection is asked while writing. */
    @ArchTest
    static final ArchRule writingKnowsNoProjection = noClasses()
            .that()
            .resideInAPackage(WRITING)
            .should()
            .dependOnClassesThat()
            .implement("io.amanat.projection.Projection");

    @ArchTest
    static final ArchRule moneyNeverRoundsByItself = CompositeArchRule.of(noFields()
                    .that()
                    .areDeclaredInClassesThat()
                    .resideInAnyPackage(PURE)
                    .should()
                    .haveRawType(roundingNumber()))
            .and(noMethods()
                    .that()
                    .areDeclaredInClassesThat()
                    .resideInAnyPackage(PURE)
                    .should()
                    .haveRawReturnType(roundingNumber()))
            .and(noClasses()
                    .that()
                    .resideInAnyPackage(PURE)
                    .should()
                    .callMethodWhere(describe(
                            "takes or gives a floating-point number",
                            call -> NUMBERS_THAT_ROUND.contains(
                                            call.getTarget().getRawReturnType().getName())
                                    || call.getTarget().getRawParameterTypes().stream()
                                            .anyMatch(type -> NUMBERS_THAT_ROUND.contains(type.getName())))));

    @ArchTest
    static final ArchRule controllersStayInside = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .or()
            .areAnnotatedWith(RestControllerAdvice.class)
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule handlersStayInside = noMethods()
            .that(annotatedWith(CommandHandler.class)
                    .or(annotatedWith(EventHandler.class))
                    .or(annotatedWith(SagaEventHandler.class))
                    .or(annotatedWith(DeadlineHandler.class)))
            .should()
            .bePublic();

    private static boolean notRepeatable(JavaCall<?> call) {
        String owner = call.getTargetOwner().getFullName();
        String name = call.getName();
        boolean withoutClock = call.getTarget().getRawParameterTypes().stream()
                .noneMatch(type -> type.getFullName().equals("java.time.Clock"));
        return (owner.startsWith("java.time.") && name.equals("now") && withoutClock)
                || (owner.equals("java.time.Clock") && (name.startsWith("system") || name.startsWith("tick")))
                || (owner.equals("java.lang.System")
                        && Set.of("currentTimeMillis", "nanoTime").contains(name))
                || (owner.equals("java.util.UUID") && name.equals("randomUUID"))
                || owner.endsWith("Random");
    }

    private static DescribedPredicate<JavaClass> roundingNumber() {
        return describe("double or float", type -> NUMBERS_THAT_ROUND.contains(type.getName()));
    }
}
