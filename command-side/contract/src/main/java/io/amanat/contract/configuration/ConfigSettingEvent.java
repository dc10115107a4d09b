package io.amanat.contract.configuration;

import io.amanat.contract.Event;
import io.amanat.contract.EventType;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;

/** What happened to a setting. */
public sealed interface ConfigSettingEvent extends Event {
    ConfigSettingId settingId();

    @Override
    default ConfigSettingId subject() {
        return settingId();
    }

    /** Where its history begins: what the startup configuration said when somebody changed it for the first time. */
    @EventType("config-setting.initialised.v1")
    record ConfigSettingInitialised(ConfigSettingId settingId, String key, long value) implements ConfigSettingEvent {}

    @EventType("config-setting.changed.v1")
    record ConfigSettingChanged(
            ConfigSettingId settingId, String key, long before, long value, UserId by, PersonalText reason)
            implements ConfigSettingEvent {}
}
