package io.amanat.chain.sweep;

import io.amanat.chain.evm.FeeQuote;
import io.amanat.chain.sweep.Sweep.MinedIn;
import io.amanat.chain.sweep.Sweep.Price;
import io.amanat.chain.sweep.Sweep.State;
import io.amanat.contract.custody.SignedTransaction;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.money.EvmAddress;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a row of {@code sweep_transactions}. */
final class SweepRow {

    private SweepRow() {}

    static Sweep read(ResultSet row) throws SQLException {
        return new Sweep(
                row.getObject("id", UUID.class),
                row.getObject("batch_id", UUID.class),
                new PaymentId(row.getObject("payment_id", UUID.class)),
                new PurchaseRequestId(row.getObject("request_id", UUID.class)),
                row.getLong("chain_id"),
                new EvmAddress(row.getString("from_address")),
                row.getString("derivation_path"),
                new EvmAddress(row.getString("to_address")),
                new EvmAddress(row.getString("token")),
                row.getBigDecimal("amount").toBigIntegerExact(),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                price(row),
                row.getObject("nonce", Long.class),
                signed(row),
                mined(row),
                row.getObject("log_index", Long.class));
    }

    private static @Nullable Price price(ResultSet row) throws SQLException {
        BigDecimal max = row.getBigDecimal("max_fee_per_gas_wei");
        return max == null
                ? null
                : new Price(
                        row.getLong("gas_limit"),
                        new FeeQuote(
                                max.toBigIntegerExact(),
                                row.getBigDecimal("max_priority_fee_per_gas_wei")
                                        .toBigIntegerExact()));
    }

    private static @Nullable SignedTransaction signed(ResultSet row) throws SQLException {
        String hash = row.getString("tx_hash");
        return hash == null
                ? null
                : new SignedTransaction(
                        row.getLong("chain_id"),
                        new EvmAddress(row.getString("from_address")),
                        row.getLong("nonce"),
                        hash,
                        "0x" + HexFormat.of().formatHex(row.getBytes("raw_transaction")));
    }

    private static @Nullable MinedIn mined(ResultSet row) throws SQLException {
        String hash = row.getString("mined_block_hash");
        return hash == null ? null : new MinedIn(row.getLong("mined_block_number"), hash);
    }
}
