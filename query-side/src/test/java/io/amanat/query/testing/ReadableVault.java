package io.amanat.query.testing;

import io.amanat.contract.identity.PersonalDataVault;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Seals without encrypting, forgets like the real one. */
public final class ReadableVault implements PersonalDataVault {
    private final Set<UserId> forgotten = ConcurrentHashMap.newKeySet();

    @Override
    public PersonalText seal(UserId subject, String plain) {
        return PersonalText.of(
                subject,
                Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String open(PersonalText sealed) {
        return forgotten.contains(sealed.subject())
                ? ERASED
                : new String(Base64.getUrlDecoder().decode(sealed.ciphertext()), StandardCharsets.UTF_8);
    }

    @Override
    public void forget(UserId subject) {
        forgotten.add(subject);
    }
}
