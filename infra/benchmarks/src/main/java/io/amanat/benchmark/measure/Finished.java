package io.amanat.benchmark.measure;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Work that was measured, after it has ended. */
public final class Finished {

    private Finished() {}

    /**
     * What came out of it.
     *
     * @throws IllegalStateException when it failed
     */
    public static <T> T result(Future<T> work) {
        try {
            return work.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("what was measured failed: " + failed.getCause(), failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
