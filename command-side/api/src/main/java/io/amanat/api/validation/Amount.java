package io.amanat.api.validation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An amount that its currency can express exactly. */
@Constraint(validatedBy = AmountValidator.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface Amount {
    String message() default "is not an amount";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
