package io.amanat.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;

/** A real token of the running platform, dated back and signed again with the platform's own key: nothing but its time is wrong. */
class ExpiredTokenTest {
    private final RunningPlatform platform = SharedPlatform.get();
    private final Http http = new Http(platform.api());

    @Test
    void givenOwnTokenSignedAgain_whenItsTimeIsNotOver_thenItIsHonoured() throws Exception {
        assertThat(http.get(dated(Instant.now().plus(Duration.ofMinutes(1))), "/users/me")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void givenOwnToken_whenItsTimeIsOver_thenRefusedWithItsOwnCodeAndNothingChanges() throws Exception {
        String expired = dated(Instant.now().minus(Duration.ofMinutes(1)));
        String before = count();

        assertRefused(http.get(expired, "/users/me"));
        assertRefused(http.post(expired, "/purchase-requests", Bodies.request()));

        assertThat(count()).isEqualTo(before);
    }

    private static void assertRefused(Http.Answer answer) {
        assertThat(answer.code()).as("%s", answer).isEqualTo("token-expired");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    private String dated(Instant expiry) throws Exception {
        SignedJWT real = SignedJWT.parse(http.token("buyer"));
        ECKey key = ECKey.parse(Files.readString(platform.dataFolder().resolve("keys/jwt-es256.jwk")));
        JWTClaimsSet claims = new JWTClaimsSet.Builder(real.getJWTClaimsSet())
                .issueTime(Date.from(expiry.minus(Duration.ofMinutes(10))))
                .notBeforeTime(Date.from(expiry.minus(Duration.ofMinutes(10))))
                .expirationTime(Date.from(expiry))
                .build();
        SignedJWT dated = new SignedJWT(new JWSHeader.Builder(real.getHeader()).build(), claims);
        dated.sign(new ECDSASigner(key));
        return dated.serialize();
    }

    private String count() {
        return platform.jdbc()
                .sql("select count(*)::text from purchase_requests")
                .query(String.class)
                .single();
    }
}
