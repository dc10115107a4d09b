package io.amanat.domain.configuration;

import io.amanat.contract.MetadataKeys;
import io.amanat.contract.configuration.ConfigSettingCommand.ChangeConfigSetting;
import io.amanat.contract.configuration.ConfigSettingEvent;
import io.amanat.contract.configuration.ConfigSettingEvent.ConfigSettingChanged;
import io.amanat.contract.configuration.ConfigSettingEvent.ConfigSettingInitialised;
import io.amanat.contract.configuration.ConfigSettingId;
import io.amanat.contract.configuration.ConfigSettingRule;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import io.amanat.domain.AggregateScenario;
import io.amanat.domain.CommandTargets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.modelling.command.ConflictingAggregateVersionException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigSettingTest {
    private static final String KEY = "confirmation_threshold:10";
    private static final ConfigSettingId ID = ConfigSettingId.of(KEY);
    private static final UserId ADMIN = new UserId(new UUID(2, 1));
    private static final PersonalText REASON = PersonalText.of(ADMIN, "deeper");
    private static final ConfigSettingInitialised INITIALISED = new ConfigSettingInitialised(ID, KEY, 12);
    private static final ConfigSettingChanged CHANGED = new ConfigSettingChanged(ID, KEY, 12, 20, ADMIN, REASON);

    @Test
    void givenNothing_whenSet_thenTheHistoryBeginsWithTheConfiguredValue() {
        given().then(set(20), INITIALISED, CHANGED);
        given().then(set(12), INITIALISED);
    }

    @Test
    void givenAValue_whenSetToAnother_thenChanged_andToTheSameNothing() {
        given(INITIALISED, CHANGED).then(set(1), new ConfigSettingChanged(ID, KEY, 20, 1, ADMIN, REASON));
        given(INITIALISED, CHANGED).repeats(set(20));
    }

    @Test
    void givenAValue_whenTheConfigurationSaysOtherwise_thenItIsNotLookedAt() {
        given(INITIALISED, CHANGED)
                .then(
                        new ChangeConfigSetting(ID, KEY, 99, 12, ADMIN, REASON),
                        new ConfigSettingChanged(ID, KEY, 20, 12, ADMIN, REASON));
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 257, Long.MAX_VALUE})
    void whenOutOfBounds_thenRefused(long value) {
        given().refuses(set(value), ConfigSettingRule.A_CONFIRMATION_THRESHOLD_IS_WITHIN_BOUNDS);
        given(INITIALISED).refuses(set(value), ConfigSettingRule.A_CONFIRMATION_THRESHOLD_IS_WITHIN_BOUNDS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "confirmation_threshold:0",
                "confirmation_threshold:010",
                "confirmation_threshold:-1",
                "confirmation_threshold:",
                "confirmation_threshold:10 ",
                "other"
            })
    void whenTheKeyIsNone_thenThereIsNoSuchSetting(String key) {
        given().refuses(
                        new ChangeConfigSetting(ConfigSettingId.of(key), key, 12, 20, ADMIN, REASON),
                        ConfigSettingRule.NO_SUCH_CONFIG_SETTING);
    }

    @Test
    void whenTheIdIsAnotherKeys_thenThereIsNoSuchSetting() {
        given().refuses(
                        new ChangeConfigSetting(ID, "confirmation_threshold:11", 12, 20, ADMIN, REASON),
                        ConfigSettingRule.NO_SUCH_CONFIG_SETTING);
    }

    @Test
    void whenTheVersionThatWasSeenIsNotTheLast_thenRefused() {
        seen("0").expectException(ConflictingAggregateVersionException.class).expectNoEvents();
        seen("0", INITIALISED, CHANGED)
                .expectException(ConflictingAggregateVersionException.class)
                .expectNoEvents();
        seen("1", INITIALISED, CHANGED).expectEvents(new ConfigSettingChanged(ID, KEY, 20, 7, ADMIN, REASON));
    }

    private static ResultValidator<ConfigSetting> seen(String version, ConfigSettingEvent... past) {
        AggregateTestFixture<ConfigSetting> fixture = new AggregateTestFixture<>(ConfigSetting.class);
        fixture.registerCommandTargetResolver(new CommandTargets());
        return fixture.given(List.of(past)).when(set(7), Map.of(MetadataKeys.EXPECTED_VERSION, version));
    }

    private static ChangeConfigSetting set(long value) {
        return new ChangeConfigSetting(ID, KEY, 12, value, ADMIN, REASON);
    }

    private static AggregateScenario<ConfigSetting>.When given(ConfigSettingEvent... past) {
        return new AggregateScenario<>(ConfigSetting.class).given(List.of(past));
    }
}
