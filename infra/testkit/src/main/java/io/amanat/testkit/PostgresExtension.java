package io.amanat.testkit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test class one fresh {@link TestDatabase}, as a parameter of its constructor or of any of its methods.
 *
 * <pre>{@code
 * @ExtendWith(PostgresExtension.class)
 * class LedgerTest {
 *     LedgerTest(TestDatabase database) { … }
 * }
 * }</pre>
 *
 * The test methods of a class share the database: what one commits, the next one sees.
 */
public final class PostgresExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(PostgresExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestDatabase.class;
    }

    @Override
    public TestDatabase resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext testClass = context;
        while (testClass.getTestMethod().isPresent()) {
            testClass = testClass.getParent().orElseThrow();
        }
        return testClass
                .getStore(NAMESPACE)
                .computeIfAbsent(TestDatabase.class, type -> TestDatabase.create(), TestDatabase.class);
    }
}
