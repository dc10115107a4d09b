package io.amanat.platform.privacy;

import com.google.crypto.tink.Aead;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.identity.IdentityRule;
import io.amanat.contract.identity.PersonalDataVault;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;

/**
 * The vault over Tink: AES-256-GCM with one keyset per person, bound to that person's id.
 *
 * <p>Keys are kept in memory for some seconds only, so that a person forgotten by another instance is forgotten here soon after.
 */
final class TinkPersonalDataVault implements PersonalDataVault {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final PersonKeys keys;
    private final MasterKey master;
    private final RecentKeys recent;

    TinkPersonalDataVault(PersonKeys keys, MasterKey master, RecentKeys recent) {
        this.keys = keys;
        this.master = master;
        this.recent = recent;
    }

    @Override
    public PersonalText seal(UserId subject, String plain) {
        try {
            Aead key = existing(subject).orElseGet(() -> made(subject));
            byte[] sealed = key.encrypt(plain.getBytes(StandardCharsets.UTF_8), MasterKey.context(subject));
            return PersonalText.of(subject, ENCODER.encodeToString(sealed));
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("personal text could not be sealed", failed);
        }
    }

    @Override
    public String open(PersonalText sealed) {
        UserId subject = sealed.subject();
        try {
            Optional<Aead> key = existing(subject);
            if (key.isEmpty()) {
                return ERASED;
            }
            byte[] ciphertext = Base64.getUrlDecoder().decode(sealed.ciphertext());
            return new String(key.get().decrypt(ciphertext, MasterKey.context(subject)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException failed) {
            throw new IllegalStateException("personal text of " + subject + " does not open with its key", failed);
        }
    }

    @Override
    public void forget(UserId subject) {
        keys.erase(subject);
        recent.remove(subject);
    }

    private Optional<Aead> existing(UserId subject) {
        Optional<Aead> known = recent.get(subject);
        return known.isPresent() ? known : loaded(subject);
    }

    private Optional<Aead> loaded(UserId subject) {
        Optional<Aead> key =
                keys.find(subject).flatMap(PersonKeys.Stored::wrapped).map(bytes -> unwrapped(subject, bytes));
        key.ifPresent(found -> recent.put(subject, found));
        return key;
    }

    private Aead made(UserId subject) {
        if (keys.find(subject).isEmpty()) {
            keys.addIfAbsent(subject, fresh(subject));
        }
        return loaded(subject).orElseThrow(() -> new RuleViolated(IdentityRule.ERASED_USERS_STAY_ERASED));
    }

    private byte[] fresh(UserId subject) {
        try {
            return master.newKeyFor(subject);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("no key could be made", failed);
        }
    }

    private Aead unwrapped(UserId subject, byte[] wrapped) {
        try {
            return master.unwrap(subject, wrapped);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(
                    "the key of " + subject + " does not open with this master key: was the keys folder replaced?",
                    failed);
        }
    }
}
