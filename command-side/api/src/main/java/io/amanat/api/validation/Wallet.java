package io.amanat.api.validation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An address on an EVM chain; when in mixed case, with a correct EIP-55 checksum. */
@Constraint(validatedBy = WalletValidator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Wallet {
    String message() default "is not an address";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
