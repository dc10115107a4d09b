package io.amanat.query.identity;

import io.amanat.query.jpa.NamedEnum;
import io.amanat.query.jpa.ReadRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcType;

@Entity
@Immutable
@Table(name = "users")
@SuppressWarnings("NullAway.Init")
class UserRow extends ReadRow {
    @JdbcType(NamedEnum.class)
    String role;

    @JdbcType(NamedEnum.class)
    String status;

    @JdbcType(NamedEnum.class)
    String authProvider;

    String email;
    String displayName;
}
