package io.amanat.chain.reconcile;

import io.amanat.chain.evm.EvmClient;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.EvmAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Names what an alarm is about: the ledger entry that is not as its event says, the transaction that nobody ordered. */
final class Evidence {
    /** What an alarm names at most. */
    private static final int NAMED_MAX = 20;

    /** What the event behind a ledger entry says that it moves; null for an event that says it in another way. */
    private static final String STATED = """
        cast(coalesce(event_json(e.payload) -> 'amount', event_json(e.payload) -> 'transfer' -> 'amount') ->> 'amount' as numeric)\
        """;

    private static final String ENTRIES = """
        select case when e.global_index is null then 'ledger entry ' || l.id || ' at position ' || l.position
                         || ' follows from no event'
                    else 'ledger entry ' || l.id || ' moves ' || l.amount_units || ' units; its event at position '
                         || l.position || ' says otherwise' end
        from funds_ledger_entries l
        left join domain_event_entry e on e.global_index = l.position and e.event_identifier = l.event_id::text
        where l.payment_id = ? and (e.global_index is null or e.payload_type <> l.event_type or (l.token_decimals <= 18 and %1$s <> l.amount))
        order by l.position, l.ordinal limit %2$d\
        """.formatted(STATED, NAMED_MAX);

    private static final String MISSING = """
        select 'the event at position ' || e.global_index || ' (' || e.payload_type || ') has no ledger entry'
        from domain_event_entry e
        where e.aggregate_identifier = ? and %s > 0
          and e.payload_type in (select event_type from funds_ledger_entries union
              select unnest(array['payment.transfer-detected.v1', 'payment.funds-held.v1', 'settlement.funds-released.v1',
                  'settlement.funds-refunded.v1', 'settlement.platform-fee-taken.v1']))
          and not exists (select from funds_ledger_entries l where l.position = e.global_index)
        order by e.global_index limit %d\
        """.formatted(STATED, NAMED_MAX);

    private static final String SWEEPS = "select exists (select from derived_destination_sweeps where tx_hash = :hash)"
            + " or exists (select from sweep_transactions where tx_hash = :hash and state <> 'failed')"
            + " or exists (select from custody_transactions where tx_hash = :hash)";

    private final EvmClient client;
    private final JdbcClient jdbc;

    Evidence(EvmClient client, JdbcClient jdbc) {
        this.client = client;
        this.jdbc = jdbc;
    }

    /** The line with what could be found about it; as it is when nothing could. */
    Line of(Line line, Books books) {
        if (!line.alarm()) {
            return line;
        }
        List<String> found = switch (line.kind()) {
            case LEDGER_PAID_IN, LEDGER_HELD, LEDGER_PAID_OUT, LOSS ->
                entries(Objects.requireNonNull(line.paymentId()));
            case DESTINATION_BALANCE, HOT_ACCOUNT_BALANCE -> departures(line, books);
            case PAYOUT_INSTRUCTION, GAS, RESERVE -> List.of();
        };
        return line.with(Stream.concat(line.evidence().stream(), found.stream()).toList());
    }

    private List<String> entries(UUID payment) {
        List<String> found = new ArrayList<>(jdbc.sql(ENTRIES)
                .param(payment)
                .query((row, _) -> row.getString(1))
                .list());
        found.addAll(jdbc.sql(MISSING)
                .param(payment.toString())
                .query((row, _) -> row.getString(1))
                .list());
        return found;
    }

    /** Transfers from the account in the newest blocks that no sweep and no custody transfer made. */
    private List<String> departures(Line line, Books books) {
        EvmAddress account = new EvmAddress(Objects.requireNonNull(line.account()));
        List<EvmAddress> tokens = books.assets().stream()
                .map(Asset::contract)
                .filter(contract -> contract.value().equals(line.token()))
                .toList();
        long from = Math.max(0, books.block() - EvmClient.LOG_RANGE_BLOCKS_MAX + 1);
        return client.transfersFrom(from, books.block(), tokens, List.of(account)).stream()
                .filter(transfer -> !ordered(transfer.transactionHash()))
                .limit(NAMED_MAX)
                .map(transfer -> "transaction " + transfer.transactionHash() + " in block " + transfer.blockNumber()
                        + " moved " + transfer.amount() + " units to " + transfer.to())
                .toList();
    }

    private boolean ordered(String txHash) {
        return jdbc.sql(SWEEPS).param("hash", txHash).query(Boolean.class).single();
    }
}
