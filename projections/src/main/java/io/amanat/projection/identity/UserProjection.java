package io.amanat.projection.identity;

import io.amanat.contract.audit.StoredEvent;
import io.amanat.contract.identity.UserEvent;
import io.amanat.contract.identity.UserStatus;
import io.amanat.projection.Projection;
import io.amanat.projection.Row;
import io.amanat.projection.RowChange;
import io.amanat.projection.Stamp;
import java.util.List;

/** Table {@code users}. E-mail and name stay sealed; a forgotten person's row stays, and can no longer be read. */
public final class UserProjection implements Projection {
    private static final String TABLE = "users";

    @Override
    public List<RowChange> changes(StoredEvent stored) {
        return stored.event() instanceof UserEvent event ? List.of(change(event, stored)) : List.of();
    }

    private static RowChange change(UserEvent event, StoredEvent stored) {
        return switch (event) {
            case UserEvent.UserRegistered e ->
                new RowChange.Insert(
                        TABLE,
                        Stamp.created(
                                Row.of("id", e.userId())
                                        .and("role", e.role())
                                        .and("status", UserStatus.ACTIVE)
                                        .and("auth_provider", e.authProvider())
                                        .and("email", e.email())
                                        .and("display_name", e.displayName()),
                                stored));
            case UserEvent.UserRoleAssigned e -> update(e, Row.of("role", e.role()), stored);
            case UserEvent.UserSuspended e -> update(e, Row.of("status", UserStatus.SUSPENDED), stored);
            case UserEvent.UserReinstated e -> update(e, Row.of("status", UserStatus.ACTIVE), stored);
            case UserEvent.UserErased e -> update(e, Row.of("status", UserStatus.DELETED), stored);
        };
    }

    private static RowChange update(UserEvent event, Row values, StoredEvent stored) {
        return new RowChange.Update(TABLE, Row.of("id", event.userId()), Stamp.changed(values, stored));
    }
}
