package io.amanat.chain.payout;

import io.amanat.chain.payout.Payout.Kind;
import io.amanat.chain.payout.Payout.MinedIn;
import io.amanat.chain.payout.Payout.State;
import io.amanat.chain.payout.Payout.Told;
import io.amanat.contract.custody.CustodyTransferId;
import io.amanat.contract.custody.SignedTransaction;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.money.EvmAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a row of {@code custody_transactions}. */
final class PayoutRow {

    private PayoutRow() {}

    static Payout read(ResultSet row) throws SQLException {
        return new Payout(
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                new CustodyTransferId(row.getObject("transfer_id", UUID.class)),
                row.getInt("attempt"),
                new PurchaseRequestId(row.getObject("request_id", UUID.class)),
                new EvmAddress(row.getString("token")),
                new EvmAddress(row.getString("to_address")),
                row.getBigDecimal("amount").toBigIntegerExact(),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Told.valueOf(row.getString("told").toUpperCase(Locale.ROOT)),
                signed(row),
                row.getString("told_tx_hash"),
                mined(row),
                row.getString("failure"));
    }

    /** Also reads a version, joined with its payout. */
    static SignedTransaction transaction(ResultSet row) throws SQLException {
        return new SignedTransaction(
                row.getLong("chain_id"),
                new EvmAddress(row.getString("from_account")),
                row.getLong("nonce"),
                row.getString("tx_hash"),
                "0x" + HexFormat.of().formatHex(row.getBytes("raw_transaction")));
    }

    private static @Nullable SignedTransaction signed(ResultSet row) throws SQLException {
        return row.getString("tx_hash") == null ? null : transaction(row);
    }

    private static @Nullable MinedIn mined(ResultSet row) throws SQLException {
        String hash = row.getString("mined_block_hash");
        return hash == null ? null : new MinedIn(row.getLong("mined_block_number"), hash);
    }
}
