package io.amanat.chain;

import io.amanat.contract.configuration.ConfigSettingId;
import io.amanat.contract.configuration.ConfirmationThreshold;
import io.amanat.contract.configuration.InitialSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * After how many blocks a chain's transactions count, now: what an admin has set last, or else what the startup configuration says. Read
 * from the log, so a change holds once its command is answered, however far the read tables are.
 */
public final class Thresholds implements InitialSettings {
    private final Chains chains;
    private final JdbcClient jdbc;

    Thresholds(Chains chains, JdbcClient jdbc) {
        this.chains = chains;
        this.jdbc = jdbc;
    }

    /** In blocks, the transaction's own included. */
    public int of(Chains.Chain chain) {
        return jdbc.sql("""
            select cast(event_json(payload) ->> 'value' as integer) from domain_event_entry
            where aggregate_identifier = ? order by sequence_number desc limit 1\
            """)
                .param(ConfigSettingId.of(new ConfirmationThreshold(chain.id()).key())
                        .toString())
                .query(Integer.class)
                .optional()
                .orElseGet(chain.settings()::confirmations);
    }

    @Override
    public Map<String, Long> byKey() {
        Map<String, Long> initial = new LinkedHashMap<>();
        chains.all()
                .forEach(chain -> initial.put(new ConfirmationThreshold(chain.id()).key(), (long)
                        chain.settings().confirmations()));
        return initial;
    }
}
