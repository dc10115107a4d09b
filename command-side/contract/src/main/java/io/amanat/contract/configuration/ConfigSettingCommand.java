package io.amanat.contract.configuration;

import io.amanat.contract.Command;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;

/** What a setting can be told. */
public sealed interface ConfigSettingCommand extends Command {
    ConfigSettingId settingId();

    @Override
    default ConfigSettingId target() {
        return settingId();
    }

    /**
     * An admin sets a value. To the value that it has already: nothing happens.
     *
     * @param settingId that of the key
     * @param initial what holds while nobody has changed it, from the startup configuration; looked at for the first change only
     */
    record ChangeConfigSetting(
            ConfigSettingId settingId, String key, long initial, long value, UserId by, PersonalText reason)
            implements ConfigSettingCommand {}
}
