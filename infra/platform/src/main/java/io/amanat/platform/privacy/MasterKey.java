package io.amanat.platform.privacy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.amanat.contract.identity.UserId;
import io.amanat.platform.startup.StartupProblem;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** Wraps the keys of persons (AES-256-GCM). Kept in a file outside the database: a copy of the database alone opens nothing. */
final class MasterKey {
    private static final String FILE = "master-keyset.json";

    private final Aead aead;

    private MasterKey(Aead aead) {
        this.aead = aead;
    }

    static MasterKey in(SecretFiles files) {
        try {
            AeadConfig.register();
            String keyset = files.readOrCreate(FILE, MasterKey::fresh);
            return new MasterKey(TinkJsonProtoKeysetFormat.parseKeyset(
                            keyset, RegistryConfiguration.get(), InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (GeneralSecurityException damaged) {
            throw new StartupProblem(
                    "The master key in " + FILE + " is damaged.",
                    "Restore it from its backup: without it no personal data can be read.",
                    damaged);
        }
    }

    private static String fresh() {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                    newKeyset(), RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeysetHandle newKeyset() throws GeneralSecurityException {
        return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
    }

    /** A new person's key, wrapped and bound to that person. */
    byte[] newKeyFor(UserId subject) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.serializeEncryptedKeyset(
                newKeyset(), aead, context(subject), RegistryConfiguration.get());
    }

    /** Fails when it was wrapped by another master key or for another person. */
    Aead unwrap(UserId subject, byte[] wrapped) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, aead, context(subject), RegistryConfiguration.get())
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    /** What a ciphertext is bound to: it opens for nobody else. */
    static byte[] context(UserId subject) {
        return subject.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
