package io.amanat.api.validation;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

final class TextValidator implements ConstraintValidator<Text, String> {
    private int max;
    private boolean optional;
    private boolean lines;

    @Override
    public void initialize(Text rules) {
        max = rules.max();
        optional = rules.optional();
        lines = rules.lines();
    }

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
        String wrong = wrong(value == null ? "" : value.strip());
        return wrong == null || Violations.say(context, wrong);
    }

    private @Nullable String wrong(String text) {
        if (text.isEmpty()) {
            return optional ? null : "must not be empty";
        }
        if (text.codePointCount(0, text.length()) > max) {
            return "has at most " + max + " characters";
        }
        return text.codePoints().allMatch(this::allowed) ? null : "has no control characters";
    }

    private boolean allowed(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> lines && (character == '\n' || character == '\r' || character == '\t');
            case Character.SURROGATE -> false;
            default -> true;
        };
    }
}
