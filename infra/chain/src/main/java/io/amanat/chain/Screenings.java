package io.amanat.chain;

import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.screening.AddressLists;
import io.amanat.chain.screening.OwnScreening;
import io.amanat.chain.screening.ScreeningGate;
import io.amanat.chain.screening.ScreeningSettings;
import io.amanat.chain.screening.SenderHistory;
import io.amanat.chain.screening.TransferScreening;
import io.amanat.contract.CommandSender;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a chain's gate is made of, besides the chain. */
record Screenings(@Nullable TransferScreening another, ScreeningSettings settings, AddressLists lists) {
    ScreeningGate gate(EvmClient client, JdbcClient jdbc, CommandSender sender) {
        TransferScreening screening =
                another == null ? new OwnScreening(lists, new SenderHistory(jdbc), client) : another;
        return new ScreeningGate(screening, settings.rules(), sender);
    }
}
