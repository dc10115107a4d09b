package io.amanat.api.idempotency;

import io.amanat.api.ApiSettings;
import io.amanat.api.idempotency.Claim.Answered;
import io.amanat.api.idempotency.Claim.Granted;
import io.amanat.api.idempotency.Claim.Reused;
import io.amanat.api.idempotency.Claim.Running;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code idempotency_keys}. Each method is one statement, or reads after one. */
@Component
final class IdempotencyStore {
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration lease;
    private final Duration keptFor;
    private final JsonMapper json = JsonMapper.shared();

    IdempotencyStore(JdbcClient jdbc, Clock clock, ApiSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.lease = Duration.ofSeconds(settings.idempotencyLeaseSeconds());
        this.keptFor = Duration.ofHours(settings.idempotencyKeptHours());
    }

    Claim claim(IdempotencyKey key, String method, String path) {
        Instant now = now();
        // at most twice: the row that stood in the way may be purged or given up before it is read
        for (int attempt = 0; attempt < 2; attempt++) {
            Instant lockedUntil = now.plus(lease);
            if (insertOrTakeOver(key, method, path, now, lockedUntil)) {
                return new Granted(lockedUntil);
            }
            Optional<Claim> standing = read(key, now);
            if (standing.isPresent()) {
                return standing.get();
            }
        }
        return new Running(1);
    }

    /** Keeps the answer, unless somebody else has taken over meanwhile. */
    void complete(IdempotencyKey key, Granted claim, StoredAnswer answer) {
        jdbc.sql("""
            update idempotency_keys set state = 'completed', response_status = :status,
                response_headers = cast(:headers as jsonb), response_body = :body
            where client_id = :client and key = :key and state = 'in_progress' and locked_until = :lockedUntil
            """)
                .param("status", answer.status())
                .param("headers", json.writeValueAsString(answer.headers()))
                .param("body", answer.body().getBytes(StandardCharsets.UTF_8))
                .param("client", key.client())
                .param("key", key.value())
                .param("lockedUntil", utc(claim.lockedUntil()))
                .update();
    }

    /** Lets the request be tried again under its key. */
    void giveUp(IdempotencyKey key, Granted claim) {
        jdbc.sql("""
            delete from idempotency_keys
            where client_id = :client and key = :key and state = 'in_progress' and locked_until = :lockedUntil
            """)
                .param("client", key.client())
                .param("key", key.value())
                .param("lockedUntil", utc(claim.lockedUntil()))
                .update();
    }

    /** Deletes at most {@code rowsMax} answers whose time is over, and says how many. */
    int purge(int rowsMax) {
        return jdbc.sql("""
            delete from idempotency_keys where (client_id, key) in
                (select client_id, key from idempotency_keys where expires_at <= :now limit :rowsMax)
            """).param("now", utc(now())).param("rowsMax", rowsMax).update();
    }

    private boolean insertOrTakeOver(IdempotencyKey key, String method, String path, Instant now, Instant lockedUntil) {
        return jdbc.sql("""
            insert into idempotency_keys as held
                (client_id, key, method, path, fingerprint, locked_until, expires_at)
            values (:client, :key, :method, :path, :fingerprint, :lockedUntil, :expiresAt)
            on conflict (client_id, key) do update set method = excluded.method, path = excluded.path,
                fingerprint = excluded.fingerprint, state = 'in_progress', locked_until = excluded.locked_until,
                expires_at = excluded.expires_at, response_status = null, response_headers = null,
                response_body = null
            where held.expires_at <= :now
               or held.state = 'in_progress' and held.locked_until <= :now
                  and held.fingerprint = excluded.fingerprint
            """)
                        .param("client", key.client())
                        .param("key", key.value())
                        .param("method", method)
                        .param("path", path)
                        .param("fingerprint", key.fingerprint())
                        .param("lockedUntil", utc(lockedUntil))
                        .param("expiresAt", utc(now.plus(keptFor)))
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    private Optional<Claim> read(IdempotencyKey key, Instant now) {
        return jdbc.sql("""
            select fingerprint, state, locked_until, response_status, response_headers, response_body
            from idempotency_keys where client_id = :client and key = :key
            """)
                .param("client", key.client())
                .param("key", key.value())
                .query((row, index) -> standing(row, key, now))
                .optional();
    }

    private Claim standing(ResultSet row, IdempotencyKey key, Instant now) throws SQLException {
        if (!row.getString("fingerprint").equals(key.fingerprint())) {
            return new Reused();
        }
        if (row.getString("state").equals("completed")) {
            Map<String, String> headers = json.readValue(row.getString("response_headers"), HEADERS);
            return new Answered(new StoredAnswer(
                    row.getInt("response_status"),
                    headers,
                    new String(row.getBytes("response_body"), StandardCharsets.UTF_8)));
        }
        Instant lockedUntil =
                row.getObject("locked_until", OffsetDateTime.class).toInstant();
        return new Running(Math.max(1, Duration.between(now, lockedUntil).toSeconds() + 1));
    }

    /** As precise as the table, so that what was written is found again. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
