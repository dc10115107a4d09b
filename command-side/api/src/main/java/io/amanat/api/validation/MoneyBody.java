package io.amanat.api.validation;

import io.amanat.contract.WireEnum;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.Money;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;

/** An amount as clients write it: {@code {"amount":"125.50","currency":"USDT"}}. */
@Amount
public record MoneyBody(
        @NotNull @Size(max = 60) String amount,
        @Wire(Currency.class) String currency) {

    public Money toMoney() {
        return Money.of(amount, WireEnum.parse(Currency.class, currency));
    }

    @SuppressWarnings("RedundantNullCheck") // looked at before it was validated
    boolean complete() {
        return amount != null
                && amount.length() <= 60
                && Arrays.stream(Currency.values()).anyMatch(c -> c.wire().equals(currency));
    }
}
