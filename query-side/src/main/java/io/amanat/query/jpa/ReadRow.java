package io.amanat.query.jpa;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;

/** A row that shows one aggregate, or a part of one. Filled by the projections, only read here. */
@MappedSuperclass
@SuppressWarnings("NullAway.Init")
public abstract class ReadRow {
    @Id
    private UUID id;

    private long version;
    private Instant createdAt;
    private Instant updatedAt;

    public UUID id() {
        return id;
    }

    /** Sequence number of the aggregate's last event; what {@code If-Match} compares. */
    public long version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** The version as an entity tag. */
    public String etag() {
        return "\"" + version + "\"";
    }
}
