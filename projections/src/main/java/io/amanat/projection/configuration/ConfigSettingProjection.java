package io.amanat.projection.configuration;

import io.amanat.contract.MetadataKeys;
import io.amanat.contract.audit.StoredEvent;
import io.amanat.contract.configuration.ConfigSettingEvent;
import io.amanat.contract.configuration.ConfigSettingEvent.ConfigSettingChanged;
import io.amanat.contract.configuration.ConfigSettingEvent.ConfigSettingInitialised;
import io.amanat.projection.Projection;
import io.amanat.projection.Row;
import io.amanat.projection.RowChange;
import io.amanat.projection.Stamp;
import java.util.List;

/** Tables {@code config_settings}, what holds now, and {@code config_setting_history}, all that ever did. */
public final class ConfigSettingProjection implements Projection {
    @Override
    public List<RowChange> changes(StoredEvent stored) {
        return stored.event() instanceof ConfigSettingEvent event ? changes(event, stored) : List.of();
    }

    private static List<RowChange> changes(ConfigSettingEvent event, StoredEvent stored) {
        return switch (event) {
            case ConfigSettingInitialised e -> {
                Row row = Row.of("id", e.settingId()).and("key", e.key()).and("value", e.value());
                Row first = history(e, stored).and("key", e.key()).and("new_value", e.value());
                yield List.of(
                        new RowChange.Insert("config_settings", Stamp.created(row, stored)),
                        new RowChange.Insert("config_setting_history", Stamp.created(first, stored)));
            }
            case ConfigSettingChanged e -> {
                Row change = history(e, stored)
                        .and("key", e.key())
                        .and("old_value", e.before())
                        .and("new_value", e.value())
                        .and("changed_by", e.by())
                        .and("reason", e.reason());
                yield List.of(
                        new RowChange.Update(
                                "config_settings",
                                Row.of("id", e.settingId()),
                                Stamp.changed(Row.of("value", e.value()), stored)),
                        new RowChange.Insert("config_setting_history", Stamp.created(change, stored)));
            }
        };
    }

    private static Row history(ConfigSettingEvent event, StoredEvent stored) {
        return Row.of("id", Stamp.id(stored, "history"))
                .and("config_setting_id", event.settingId())
                .and("actor", stored.metadata().getOrDefault(MetadataKeys.ACTOR, "unknown"));
    }
}
