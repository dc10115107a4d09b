package io.amanat.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts of a run. One that fails does not take the minutes of the others with it; the result says that it is missing. */
final class Parts {

    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

    private final Consumer<String> progress;
    private final List<String> failures = new ArrayList<>();

    Parts(Consumer<String> progress) {
        this.progress = progress;
    }

    /** A part; it is over when this returns. */
    void run(String name, Runnable part) {
        try {
            part.run();
        } catch (RuntimeException failed) {
            LOG.warn("{} failed", name, failed);
            progress.accept("FAILED: " + name);
            failures.add("NOT MEASURED: " + name + ", because: " + failed.getMessage());
        }
    }

    /** A sentence for each part that failed. */
    List<String> failures() {
        return List.copyOf(failures);
    }
}
