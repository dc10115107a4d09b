package io.amanat.api.web;

import io.amanat.contract.identity.PersonalDataVault;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Seals what a person wrote with that person's key, without white space at the ends. */
@Component
public final class Sealer {
    private final PersonalDataVault vault;

    Sealer(PersonalDataVault vault) {
        this.vault = vault;
    }

    public PersonalText seal(UserId writer, String text) {
        return vault.seal(writer, text.strip());
    }

    /** Nothing for nothing, and for blanks. */
    public @Nullable PersonalText sealOptional(UserId writer, @Nullable String text) {
        return text == null || text.isBlank() ? null : seal(writer, text);
    }
}
