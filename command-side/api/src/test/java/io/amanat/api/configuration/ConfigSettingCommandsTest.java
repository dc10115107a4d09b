package io.amanat.api.configuration;

import static io.amanat.api.Api.a;
import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.api.Api;
import io.amanat.api.ApiTest;
import io.amanat.api.Commanded;
import io.amanat.contract.MetadataKeys;
import io.amanat.contract.access.Caller;
import io.amanat.contract.configuration.ConfigSettingCommand.ChangeConfigSetting;
import io.amanat.contract.configuration.ConfigSettingId;
import io.amanat.contract.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApiTest
class ConfigSettingCommandsTest {
    private static final String KEY = "confirmation_threshold:31337";

    @Autowired
    Api api;

    @Autowired
    Commanded commanded;

    private final Caller admin = a(Role.ADMIN);

    @BeforeEach
    void reset() {
        commanded.reset();
    }

    @Test
    void givenAConfiguredChain_whenAnAdminSetsItsThreshold_thenTheCommandSaysFromWhat_andWhichVersionWasSeen() {
        assertThat(put(KEY, "{\"value\":20,\"reason\":\"a deep reorg\"}", "If-Match", "\"4\""))
                .hasStatus(202)
                .hasHeader("X-Event-Position", "42");

        assertThat(commanded.only().command()).isInstanceOfSatisfying(ChangeConfigSetting.class, command -> {
            assertThat(command.settingId()).isEqualTo(ConfigSettingId.of(KEY));
            assertThat(command.initial()).isEqualTo(3);
            assertThat(command.value()).isEqualTo(20);
            assertThat(command.by()).isEqualTo(admin.requireUserId());
            assertThat(command.reason().subject()).isEqualTo(admin.requireUserId());
        });
        assertThat(commanded.only().origin().more()).containsEntry(MetadataKeys.EXPECTED_VERSION, "4");
    }

    @Test
    void whenTheBodyLacksSomething_orTheKeyIsOfNoConfiguredChain_thenRefused() {
        assertThat(put(KEY, "{\"value\":20}")).hasStatus(400);
        assertThat(put(KEY, "{\"value\":20,\"reason\":\" \"}")).hasStatus(400);
        assertThat(put(KEY, "{\"reason\":\"why\"}")).hasStatus(400);
        assertThat(put(KEY, "{\"value\":1.5,\"reason\":\"why\"}")).hasStatus(400);
        assertThat(put("confirmation_threshold:1", "{\"value\":20,\"reason\":\"why\"}"))
                .hasStatus(404)
                .bodyText()
                .contains("no-such-config-setting");
        assertThat(commanded.all()).isEmpty();
    }

    private MvcTestResult put(String key, String body, String... headers) {
        return api.send(HttpMethod.PUT, admin, null, "/config-settings/" + key, body, headers);
    }
}
