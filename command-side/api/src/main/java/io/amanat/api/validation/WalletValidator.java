package io.amanat.api.validation;

import io.amanat.contract.money.AddressChecksum;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

final class WalletValidator implements ConstraintValidator<Wallet, String> {
    private final AddressChecksum checksum;

    WalletValidator(AddressChecksum checksum) {
        this.checksum = checksum;
    }

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
        if (value == null) {
            return Violations.say(context, "must not be empty");
        }
        try {
            checksum.parse(value);
            return true;
        } catch (IllegalArgumentException e) {
            return Violations.say(context, String.valueOf(e.getMessage()));
        }
    }
}
