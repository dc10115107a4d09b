package io.amanat.api.validation;

import io.amanat.contract.WireEnum;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class WireValidator implements ConstraintValidator<Wire, String> {
    private List<String> values = List.of();

    @Override
    public void initialize(Wire rules) {
        values = Arrays.stream(rules.value().getEnumConstants())
                .map(WireEnum::wire)
                .toList();
    }

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
        return (value != null && values.contains(value))
                || Violations.say(context, "is one of " + String.join(", ", values));
    }
}
