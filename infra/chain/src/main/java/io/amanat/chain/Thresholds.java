package io.amanat.chain;

import io.amanat.contract.configuration.ConfirmationThreshold;
import io.amanat.contract.configuration.InitialSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * After how many blocks a chain's transactions count, now: what an admin has set last, or else what the startup configuration says. Read
 * from the read table, so a change holds as soon as the projections have it.
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
        return jdbc.sql("select value from config_settings where key = ?")
                .param(new ConfirmationThreshold(chain.id()).key())
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
