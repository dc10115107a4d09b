package io.amanat.testkit.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database refuses a quote that does not add up, whoever writes it. The row is 100 EUR at 1.0852 in a token at 0.97: 111.876289 USDC. */
@ExtendWith(PostgresExtension.class)
class PaymentQuotesTest {
    private final JdbcClient app;
    private final UUID payment;

    PaymentQuotesTest(TestDatabase database) {
        app = database.jdbc();
        payment = new Rows(app).payment();
    }

    @Test
    void theRowThatTheCasesStartFromIsTaken_andASecondOneForThePaymentIsNot() {
        assertThat(insert(row())).isOne();
        assertThatThrownBy(() -> insert(row())).hasMessageContaining("unique constraint");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "settle_units, 111876288",
                "settle_units, 111876290",
                "settle_amount, 111.876290",
                "settle_amount, 0",
                "price_amount, 100.01",
                "price_amount, 0",
                "fx_rate, 1.0853",
                "fx_rate, 0",
                "token_price_usd, 0.98",
                "token_price_usd, 0.49",
                "depeg_adjustment_bps, 308",
                "depeg_adjustment_bps, 310",
                "depeg_adjustment_bps, -309",
                "token_decimals, 18",
                "chain_id, 0",
                "token_address, '0xABCDEF0000000000000000000000000000000000'",
                "expires_at, now()",
                "payable_until, now()",
                "position, -1"
            })
    void givenOneWrongColumn_thenACheckRefusesTheRow(String column, String value) {
        Map<String, String> row = row();
        row.put(column, value);
        assertThatThrownBy(() -> insert(row)).as(column + " = " + value).hasMessageContaining("check constraint");
    }

    @Test
    void givenOneUnitMoreOfBoth_thenItIsRefused() {
        Map<String, String> row = row();
        row.put("settle_units", "111876290");
        row.put("settle_amount", "111.876290");
        assertThatThrownBy(() -> insert(row)).hasMessageContaining("payment_quotes_settle_amount_adds_up");
        row.put("settle_units", "111876288");
        row.put("settle_amount", "111.876288");
        assertThatThrownBy(() -> insert(row)).hasMessageContaining("payment_quotes_settle_amount_adds_up");
    }

    private Map<String, String> row() {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("id", "'" + UUID.randomUUID() + "'");
        row.put("payment_id", "'" + payment + "'");
        row.put("price_amount", "100");
        row.put("price_currency", "'EUR'");
        row.put("fx_rate", "1.0852");
        row.put("token_price_usd", "0.97");
        row.put("depeg_adjustment_bps", "309");
        row.put("settle_amount", "111.876289");
        row.put("settle_units", "111876289");
        row.put("currency", "'USDC'");
        row.put("chain_id", "1");
        row.put("token_address", "'" + Rows.ADDRESS + "'");
        row.put("token_decimals", "6");
        row.put("quoted_at", "now()");
        row.put("expires_at", "now() + interval '15 minutes'");
        row.put("payable_until", "now() + interval '20 minutes'");
        row.put("version", "1");
        row.put("position", "7");
        row.put("created_at", "now()");
        row.put("updated_at", "now()");
        return row;
    }

    private int insert(Map<String, String> row) {
        return app.sql("insert into payment_quotes (" + String.join(", ", row.keySet()) + ") values ("
                        + String.join(", ", row.values()) + ")")
                .update();
    }
}
