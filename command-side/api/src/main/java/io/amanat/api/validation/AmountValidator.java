package io.amanat.api.validation;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

final class AmountValidator implements ConstraintValidator<Amount, MoneyBody> {
    @Override
    public boolean isValid(@Nullable MoneyBody money, ConstraintValidatorContext context) {
        if (money == null || !money.complete()) {
            return true; // said by the fields themselves
        }
        try {
            money.toMoney();
            return true;
        } catch (IllegalArgumentException e) {
            return Violations.say(context, String.valueOf(e.getMessage()));
        }
    }
}
