package io.amanat.platform.security;

import io.amanat.contract.WireEnum;
import io.amanat.contract.access.Caller;
import io.amanat.contract.identity.ApiKeyId;
import io.amanat.contract.identity.Role;
import io.amanat.contract.identity.Scope;
import io.amanat.contract.identity.UserId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the state tables say about a caller at this moment. */
final class Accounts {

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The present role of an account that is active, whose log-in {@code session} has not ended; empty for any other. */
    Optional<Role> activeRole(UserId user, UUID session) {
        return jdbc.sql("""
            select role from user_credentials where user_id = :user and status = 'active' and exists (
                select from user_refresh_tokens
                where user_id = :user and family_id = :session and revoked_at is null)\
            """)
                .param("user", user.value())
                .param("session", session)
                .query((row, _) -> WireEnum.parse(Role.class, row.getString(1)))
                .optional();
    }

    /** The machine with a key of this hash, when neither the key nor its owner's account was withdrawn. */
    Optional<Caller> machine(ApiKeyId id, String keyHash) {
        return jdbc.sql("""
            select k.id, k.scopes from api_keys k join user_credentials u on u.user_id = k.owner_user_id
            where k.id = :id and k.key_hash = :hash and k.revoked_at is null and u.status = 'active'\
            """)
                .param("id", id.value())
                .param("hash", keyHash)
                .query((row, _) -> machine(row))
                .optional();
    }

    private static Caller machine(ResultSet row) throws SQLException {
        Array scopes = row.getArray("scopes");
        return Caller.machine(
                new ApiKeyId(row.getObject("id", UUID.class)),
                Arrays.stream((String[]) scopes.getArray())
                        .map(scope -> WireEnum.parse(Scope.class, scope))
                        .collect(Collectors.toSet()));
    }
}
