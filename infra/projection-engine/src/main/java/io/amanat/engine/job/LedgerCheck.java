package io.amanat.engine.job;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The rule of the ledger's trigger for all rows at once: after each event, no account of a payment but "external", "exposure" and "loss" is below zero. While
 * the ledger is filled in bulk the trigger is off.
 */
final class LedgerCheck {
    private LedgerCheck() {}

    /** Where an account is overdrawn; absent when none is. */
    static @Nullable String overdraft(Connection connection, String schema) throws SQLException {
        return Sql.one(connection, """
            select payment_id || ', account ' || account || ', position ' || position
            from (select payment_id, account, position,
                         sum(units) over (partition by payment_id, account, chain_id, token_address order by position) as balance
                  from (select payment_id, credit_account as account, chain_id, token_address, position, amount_units as units
                        from %1$s.funds_ledger_entries
                        union all
                        select payment_id, debit_account, chain_id, token_address, position, -amount_units
                        from %1$s.funds_ledger_entries) movements
                  where account not in ('external', 'exposure', 'loss')) balances
            where balance < 0 limit 1
            """.formatted(schema), row -> row.getString(1));
    }
}
