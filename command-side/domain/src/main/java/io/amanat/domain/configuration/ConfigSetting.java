package io.amanat.domain.configuration;

import static io.amanat.contract.RuleViolated.unless;

import io.amanat.contract.MetadataKeys;
import io.amanat.contract.configuration.ConfigSettingCommand.ChangeConfigSetting;
import io.amanat.contract.configuration.ConfigSettingEvent.ConfigSettingChanged;
import io.amanat.contract.configuration.ConfigSettingEvent.ConfigSettingInitialised;
import io.amanat.contract.configuration.ConfigSettingId;
import io.amanat.contract.configuration.ConfigSettingRule;
import io.amanat.contract.configuration.ConfirmationThreshold;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.ConflictingAggregateVersionException;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Something that an admin may set while the platform runs, such as a chain's confirmation threshold. It begins with its first change. */
@AggregateRoot
public class ConfigSetting {
    private static final long NONE = -1;

    @AggregateIdentifier
    private @Nullable String id;

    private long value;

    /** For Axon, which then replays the events. */
    protected ConfigSetting() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(
            ChangeConfigSetting command, @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String seenVersion) {
        unless(
                command.settingId().equals(ConfigSettingId.of(command.key()))
                        && ConfirmationThreshold.ofKey(command.key()).isPresent(),
                ConfigSettingRule.NO_SUCH_CONFIG_SETTING);
        unless(
                ConfirmationThreshold.allows(command.value()),
                ConfigSettingRule.A_CONFIRMATION_THRESHOLD_IS_WITHIN_BOUNDS);
        refuseStale(command, seenVersion);
        if (id == null) {
            AggregateLifecycle.apply(
                    new ConfigSettingInitialised(command.settingId(), command.key(), command.initial()));
        }
        if (value != command.value()) {
            AggregateLifecycle.apply(new ConfigSettingChanged(
                    command.settingId(), command.key(), value, command.value(), command.by(), command.reason()));
        }
    }

    /** Axon compares versions only for commands that never create. */
    private static void refuseStale(ChangeConfigSetting command, @Nullable String seenVersion) {
        Long version = AggregateLifecycle.getVersion();
        if (seenVersion != null && !seenVersion.equals(String.valueOf(version))) {
            throw new ConflictingAggregateVersionException(
                    command.settingId().toString(), Long.parseLong(seenVersion), version == null ? NONE : version);
        }
    }

    @EventSourcingHandler
    void on(ConfigSettingInitialised event) {
        id = event.settingId().toString();
        value = event.value();
    }

    @EventSourcingHandler
    void on(ConfigSettingChanged event) {
        value = event.value();
    }
}
