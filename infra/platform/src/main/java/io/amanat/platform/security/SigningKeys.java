package io.amanat.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.amanat.platform.settings.PrivateFile;
import io.amanat.platform.startup.StartupProblem;
import java.nio.file.Path;
import java.text.ParseException;

/** The key pair that signs access tokens: {@code jwt-es256.jwk}, made on first start. */
final class SigningKeys {

    private static final String FILE = "jwt-es256.jwk";

    private SigningKeys() {}

    static ECKey in(Path keys) {
        Path file = keys.resolve(FILE);
        try {
            ECKey key = ECKey.parse(PrivateFile.readOrCreate(file, SigningKeys::generate));
            if (!key.isPrivate() || !Curve.P_256.equals(key.getCurve())) {
                throw new ParseException("not a private P-256 key", 0);
            }
            return key;
        } catch (ParseException e) {
            throw new StartupProblem(
                    "The key in " + file + " is no private P-256 key.",
                    "Restore it, or remove it to have a new one made: then everybody has to log in again.",
                    e);
        }
    }

    private static String generate() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate()
                    .toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java has P-256", e);
        }
    }
}
