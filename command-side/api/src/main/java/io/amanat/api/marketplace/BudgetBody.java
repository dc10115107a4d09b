package io.amanat.api.marketplace;

import io.amanat.api.validation.MoneyBody;
import io.amanat.contract.marketplace.RequestDetails.Budget;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

record BudgetBody(
        @Valid @NotNull MoneyBody min, @Valid @NotNull MoneyBody max) {
    Budget toBudget() {
        return new Budget(min.toMoney(), max.toMoney());
    }
}
