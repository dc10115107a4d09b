package io.amanat.app.start;

import io.amanat.platform.startup.StartupProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;

/** Turns what an operator can mend into a sentence and a hint. */
public final class StartupFailureAnalyzer extends AbstractFailureAnalyzer<RuntimeException> {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, RuntimeException cause) {
        StartupProblem problem = findCause(rootFailure, StartupProblem.class);
        if (problem != null) {
            return new FailureAnalysis(String.valueOf(problem.getMessage()), problem.hint(), cause);
        }
        PortInUseException port = findCause(rootFailure, PortInUseException.class);
        return port == null
                ? null
                : new FailureAnalysis(
                        "Port " + port.getPort() + " is in use.",
                        "Stop what uses it, or start with --server.port.",
                        cause);
    }
}
