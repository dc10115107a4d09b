package io.amanat.api.identity;

import io.amanat.contract.WireEnum;
import io.amanat.contract.identity.Role;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.identity.UserStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code user_credentials}. */
@Component
final class CredentialStore {
    private final JdbcClient jdbc;

    CredentialStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Credentials> byEmail(String emailIndex) {
        return jdbc.sql("select * from user_credentials where email_index = :email")
                .param("email", emailIndex)
                .query((row, index) -> credentials(row))
                .optional();
    }

    Optional<Credentials> byId(UserId user) {
        return jdbc.sql("select * from user_credentials where user_id = :user")
                .param("user", user.value())
                .query((row, index) -> credentials(row))
                .optional();
    }

    /**
     * Adds an account; once more for the same user changes nothing.
     *
     * @return false when somebody else has the address
     */
    boolean add(UserId user, String emailIndex, String passwordHash, Role role) {
        jdbc.sql("""
            insert into user_credentials (user_id, email_index, password_hash, role)
            values (:user, :email, :password, :role) on conflict do nothing
            """)
                .param("user", user.value())
                .param("email", emailIndex)
                .param("password", passwordHash)
                .param("role", role.wire())
                .update();
        return byEmail(emailIndex).map(row -> row.userId().equals(user)).orElse(false);
    }

    void setRole(UserId user, Role role) {
        jdbc.sql("update user_credentials set role = :role where user_id = :user")
                .param("role", role.wire())
                .param("user", user.value())
                .update();
    }

    void setStatus(UserId user, UserStatus status) {
        jdbc.sql("update user_credentials set status = :status where user_id = :user")
                .param("status", status.wire())
                .param("user", user.value())
                .update();
    }

    void setPasswordHash(UserId user, String passwordHash) {
        jdbc.sql("update user_credentials set password_hash = :password where user_id = :user")
                .param("password", passwordHash)
                .param("user", user.value())
                .update();
    }

    /** Counts a wrong password; the {@code failuresMax}th in a row and each later one lock the account, each twice as long. */
    void countFailure(UserId user, Instant now, int failuresMax, int lockSeconds) {
        jdbc.sql("""
            update user_credentials set failed_attempts = failed_attempts + 1, locked_until =
                case when failed_attempts + 1 < :failuresMax then locked_until
                     else cast(:now as timestamptz) + make_interval(
                         secs => :lockSeconds * power(2, least(failed_attempts + 1 - :failuresMax, 4))) end
            where user_id = :user
            """)
                .param("failuresMax", failuresMax)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("lockSeconds", lockSeconds)
                .param("user", user.value())
                .update();
    }

    void clearFailures(UserId user) {
        jdbc.sql("update user_credentials set failed_attempts = 0, locked_until = null where user_id = :user")
                .param("user", user.value())
                .update();
    }

    /** With the account go its sessions and the API keys that it granted. */
    void delete(UserId user) {
        jdbc.sql("delete from user_credentials where user_id = :user")
                .param("user", user.value())
                .update();
    }

    private static Credentials credentials(ResultSet row) throws SQLException {
        OffsetDateTime lockedUntil = row.getObject("locked_until", OffsetDateTime.class);
        return new Credentials(
                UserId.of(row.getString("user_id")),
                row.getString("password_hash"),
                WireEnum.parse(Role.class, row.getString("role")),
                WireEnum.parse(UserStatus.class, row.getString("status")),
                row.getInt("failed_attempts"),
                lockedUntil == null ? null : lockedUntil.toInstant());
    }
}
