package io.amanat.query.configuration;

import io.amanat.query.jpa.ReadRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "config_settings")
@SuppressWarnings("NullAway.Init")
class ConfigSettingRow extends ReadRow {
    @Column(name = "key")
    String settingKey;

    @Column(name = "value")
    long settingValue;
}
