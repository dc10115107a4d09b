package io.amanat.query.configuration;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.access.AccessTable;
import io.amanat.contract.configuration.ConfigSettingRule;
import io.amanat.contract.configuration.InitialSettings;
import io.amanat.query.jpa.Keyset;
import io.amanat.query.jpa.Where;
import io.amanat.query.view.Presentation;
import io.amanat.query.web.Page;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What can be set now. The history also shows what was set for chains that are no longer configured. */
@RestController
@RequestMapping(AccessTable.BASE + "/config-settings")
class ConfigSettingsController {
    private final ConfigSettingRows settings;
    private final ConfigSettingHistoryRows history;
    private final InitialSettings initial;
    private final Presentation show;

    ConfigSettingsController(
            ConfigSettingRows settings, ConfigSettingHistoryRows history, InitialSettings initial, Presentation show) {
        this.settings = settings;
        this.history = history;
        this.initial = initial;
        this.show = show;
    }

    @GetMapping
    Page<ConfigSettingView> list() {
        return Page.whole(initial.byKey().keySet().stream()
                .map(key -> view(key, row(key)))
                .toList());
    }

    /** With an ETag once it was changed; a setting that never was has no version. */
    @GetMapping("/{key}")
    ResponseEntity<ConfigSettingView> one(@PathVariable String key) {
        if (!initial.byKey().containsKey(key)) {
            throw new RuleViolated(ConfigSettingRule.NO_SUCH_CONFIG_SETTING);
        }
        Optional<ConfigSettingRow> row = row(key);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        row.ifPresent(changed -> answer.eTag(changed.etag()));
        return answer.body(view(key, row));
    }

    @GetMapping("/{key}/history")
    Page<ConfigSettingHistoryView> history(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        return Keyset.newestPosition(history, Where.is("settingKey", key), cursor, limit, row -> row.position)
                .map(this::view);
    }

    private Optional<ConfigSettingRow> row(String key) {
        return settings.findOne(Where.is("settingKey", key));
    }

    private ConfigSettingView view(String key, Optional<ConfigSettingRow> row) {
        long configured = initial.byKey().getOrDefault(key, 0L);
        return row.map(changed -> new ConfigSettingView(
                        key, changed.settingValue, configured, changed.version(), changed.updatedAt()))
                .orElseGet(() -> new ConfigSettingView(key, configured, configured, null, null));
    }

    private ConfigSettingHistoryView view(ConfigSettingHistoryRow row) {
        return new ConfigSettingHistoryView(
                row.id(),
                row.settingKey,
                row.oldValue,
                row.newValue,
                row.changedBy,
                show.textOrNull(row.reason),
                row.position,
                row.createdAt());
    }

    /**
     * One setting.
     *
     * @param value what holds
     * @param initialValue what the startup configuration says; it holds no longer once there was a change
     * @param version absent before the first change
     */
    record ConfigSettingView(
            String key,
            long value,
            long initialValue,
            @Nullable Long version,
            @Nullable Instant updatedAt) {}

    /** One value that it had, the newest first; the oldest comes from the startup configuration and was changed by nobody. */
    record ConfigSettingHistoryView(
            UUID id,
            String key,
            @Nullable Long oldValue,
            long newValue,
            @Nullable UUID changedBy,
            @Nullable String reason,
            long position,
            Instant createdAt) {}
}
