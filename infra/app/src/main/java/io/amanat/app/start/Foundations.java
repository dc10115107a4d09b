package io.amanat.app.start;

import io.amanat.chain.local.LocalChain;
import io.amanat.platform.postgres.Databases;
import io.amanat.platform.postgres.EmbeddedDatabase;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the platform stands on: the database, and the local chain if there is one. Closed last, the database after its pools. */
public final class Foundations implements AutoCloseable {
    private final @Nullable EmbeddedDatabase embedded;
    private final Databases databases;
    private final @Nullable LocalChain chain;

    Foundations(@Nullable EmbeddedDatabase embedded, Databases databases, @Nullable LocalChain chain) {
        this.embedded = embedded;
        this.databases = databases;
        this.chain = chain;
    }

    public Databases databases() {
        return databases;
    }

    /** Absent when an existing node is used, or when there is no chain at all. */
    public Optional<LocalChain> localChain() {
        return Optional.ofNullable(chain);
    }

    @Override
    public void close() {
        if (chain != null) {
            chain.close();
        }
        databases.close();
        if (embedded != null) {
            embedded.close();
        }
    }
}
