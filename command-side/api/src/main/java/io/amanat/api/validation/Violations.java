package io.amanat.api.validation;

import jakarta.validation.ConstraintValidatorContext;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;

/** Words for what is wrong with a field. */
final class Violations {
    private Violations() {}

    /** Always false. */
    static boolean say(ConstraintValidatorContext context, String wrong) {
        // given as a parameter: a message template would interpret what a client sent
        context.unwrap(HibernateConstraintValidatorContext.class)
                .addMessageParameter("wrong", wrong)
                .disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate("{wrong}").addConstraintViolation();
        return false;
    }
}
