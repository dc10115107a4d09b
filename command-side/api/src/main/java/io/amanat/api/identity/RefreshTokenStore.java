package io.amanat.api.identity;

import io.amanat.contract.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code user_refresh_tokens}. */
@Component
final class RefreshTokenStore {
    private final JdbcClient jdbc;

    RefreshTokenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String hash, UserId user, UUID family, Instant now, Instant expiresAt) {
        jdbc.sql("""
            insert into user_refresh_tokens (token, user_id, family_id, issued_at, expires_at)
            values (:token, :user, :family, :now, :expiresAt)
            """)
                .param("token", hash)
                .param("user", user.value())
                .param("family", family)
                .param("now", utc(now))
                .param("expiresAt", utc(expiresAt))
                .update();
    }

    /** Holds the row until the transaction ends, so that of two that rotate it at once the second sees the first. */
    Optional<RefreshToken> lock(String hash) {
        return jdbc.sql("select * from user_refresh_tokens where token = :token for update")
                .param("token", hash)
                .query((row, index) -> token(row))
                .optional();
    }

    void rotate(String hash, String replacedBy, Instant now) {
        jdbc.sql("update user_refresh_tokens set rotated_at = :now, replaced_by = :next where token = :token")
                .param("now", utc(now))
                .param("next", replacedBy)
                .param("token", hash)
                .update();
    }

    void revokeFamily(UUID family, Instant now) {
        jdbc.sql("update user_refresh_tokens set revoked_at = :now where family_id = :family and revoked_at is null")
                .param("now", utc(now))
                .param("family", family)
                .update();
    }

    void revokeAll(UserId user, Instant now) {
        jdbc.sql("update user_refresh_tokens set revoked_at = :now where user_id = :user and revoked_at is null")
                .param("now", utc(now))
                .param("user", user.value())
                .update();
    }

    /** Ends the oldest log-ins of a person when there are more than {@code familiesMax}. */
    void keepNewest(UserId user, int familiesMax, Instant now) {
        jdbc.sql("""
            update user_refresh_tokens set revoked_at = :now where user_id = :user and revoked_at is null
                and family_id in
                    (select family_id from user_refresh_tokens where user_id = :user and revoked_at is null
                     group by family_id order by min(created_at) desc, family_id offset :familiesMax)
            """)
                .param("now", utc(now))
                .param("user", user.value())
                .param("familiesMax", familiesMax)
                .update();
    }

    /** Deletes at most {@code rowsMax} tokens whose time is over, and says how many. */
    int purge(Instant now, int rowsMax) {
        return jdbc.sql("""
            delete from user_refresh_tokens where token in
                (select token from user_refresh_tokens where expires_at <= :now limit :rowsMax)
            """).param("now", utc(now)).param("rowsMax", rowsMax).update();
    }

    private static RefreshToken token(ResultSet row) throws SQLException {
        return new RefreshToken(
                row.getString("token"),
                UserId.of(row.getString("user_id")),
                row.getObject("family_id", UUID.class),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getObject("rotated_at") != null,
                row.getObject("revoked_at") != null);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
