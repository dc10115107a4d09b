package io.amanat.api.identity;

import io.amanat.api.ApiSettings;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id with 19 MiB, 2 passes and 1 lane (OWASP's recommendation), a bounded number at once so that log-ins cannot eat the memory. */
@Component
final class Passwords {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;

    private final PasswordEncoder encoder = new DelegatingPasswordEncoder(
            "argon2id",
            Map.of("argon2id", new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES)));
    private final Semaphore atOnce;
    private final String nobodys;

    Passwords(ApiSettings settings) {
        this.atOnce = new Semaphore(settings.passwordHashesAtOnceMax(), true);
        this.nobodys = hash("a password that nobody has");
    }

    String hash(String password) {
        return bounded(() -> String.valueOf(encoder.encode(password)));
    }

    boolean matches(String password, String hash) {
        return bounded(() -> encoder.matches(password, hash));
    }

    /** Takes as long as {@link #matches}, where there is no account. */
    void matchesNobody(String password) {
        matches(password, nobodys);
    }

    /** Whether the hash was made with other parameters than today's. */
    boolean outdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    private <T> T bounded(Supplier<T> work) {
        atOnce.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            atOnce.release();
        }
    }
}
