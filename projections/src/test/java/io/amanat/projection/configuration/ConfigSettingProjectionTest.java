package io.amanat.projection.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.configuration.ConfigSettingEvent.ConfigSettingChanged;
import io.amanat.contract.configuration.ConfigSettingEvent.ConfigSettingInitialised;
import io.amanat.contract.configuration.ConfigSettingId;
import io.amanat.projection.story.ReadModel;
import io.amanat.projection.story.Story;
import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class ConfigSettingProjectionTest {
    private static final String KEY = "confirmation_threshold:10";
    private static final ConfigSettingId ID = ConfigSettingId.of(KEY);

    private final ReadModel read;

    ConfigSettingProjectionTest(TestDatabase database) {
        read = new ReadModel(database);
    }

    @AfterEach
    void disconnect() {
        read.close();
    }

    @Test
    void givenChanges_thenTheLastHolds_andEachIsInTheHistory_alsoWhenTheyComeAgain() {
        Story story = new Story(1).people();
        story.then(
                new ConfigSettingInitialised(ID, KEY, 12),
                new ConfigSettingChanged(ID, KEY, 12, 20, story.guard, story.sealed(story.guard, "deeper")),
                new ConfigSettingChanged(ID, KEY, 20, 1, story.guard, story.sealed(story.guard, "faster")));
        read.apply(story.events());
        Map<String, List<String>> once = read.everything();
        read.apply(story.events());

        assertThat(read.everything()).isEqualTo(once);
        assertThat(read.one("select concat_ws(' ', key, value, version) from config_settings where id = ?", ID.value()))
                .isEqualTo(KEY + " 1 2");
        assertThat(read.all("select concat_ws(' ', old_value, new_value, changed_by) from config_setting_history"
                        + " order by version"))
                .containsExactly("12", "12 20 " + story.guard, "20 1 " + story.guard);
    }
}
