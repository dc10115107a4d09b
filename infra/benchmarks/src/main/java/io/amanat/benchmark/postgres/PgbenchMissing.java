package io.amanat.benchmark.postgres;

import java.io.Serial;

/** There is no pgbench on this machine. */
public final class PgbenchMissing extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    PgbenchMissing() {
        super("The benchmarks need pgbench, which is neither on the PATH nor in /usr/lib/postgresql:"
                + " install it with 'apt install postgresql' (Debian, Ubuntu) or 'brew install postgresql' (macOS).");
    }
}
