package io.amanat.api.configuration;

import io.amanat.api.validation.Text;
import io.amanat.api.web.CommandContext;
import io.amanat.api.web.Commands;
import io.amanat.api.web.Commands.IdAnswer;
import io.amanat.api.web.Sealer;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.access.AccessTable;
import io.amanat.contract.configuration.ConfigSettingCommand.ChangeConfigSetting;
import io.amanat.contract.configuration.ConfigSettingId;
import io.amanat.contract.configuration.ConfigSettingRule;
import io.amanat.contract.configuration.InitialSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Only what is configured can be set: a threshold for a chain that nobody watches would be a promise without an effect. */
@RestController
class ConfigSettingController {
    private final Commands commands;
    private final InitialSettings settings;
    private final Sealer sealer;

    ConfigSettingController(Commands commands, InitialSettings settings, Sealer sealer) {
        this.commands = commands;
        this.settings = settings;
        this.sealer = sealer;
    }

    /** What it is to be, and why. */
    record ConfigSettingBody(
            @NotNull Long value,
            @Text(max = 2000, lines = true) String reason) {}

    @PutMapping(AccessTable.BASE + "/config-settings/{key}")
    ResponseEntity<IdAnswer> change(
            @PathVariable String key, @Valid @RequestBody ConfigSettingBody body, CommandContext context) {
        Long initial = settings.byKey().get(key);
        if (initial == null) {
            throw new RuleViolated(ConfigSettingRule.NO_SUCH_CONFIG_SETTING);
        }
        ConfigSettingId id = ConfigSettingId.of(key);
        var reason = sealer.seal(context.userId(), body.reason());
        commands.send(
                new ChangeConfigSetting(id, key, initial, body.value(), context.userId(), reason), context.origin());
        return commands.accepted(id);
    }
}
