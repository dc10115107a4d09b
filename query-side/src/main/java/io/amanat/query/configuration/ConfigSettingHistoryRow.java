package io.amanat.query.configuration;

import io.amanat.query.jpa.ReadRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

@Entity
@Immutable
@Table(name = "config_setting_history")
@SuppressWarnings("NullAway.Init")
class ConfigSettingHistoryRow extends ReadRow {
    @Column(name = "key")
    String settingKey;

    @Nullable
    Long oldValue;

    long newValue;

    @Nullable
    UUID changedBy;

    @Nullable
    String reason;

    long position;
}
