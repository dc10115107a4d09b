package io.amanat.contract.identity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What the owner of an address is asked to sign with {@code personal_sign} (EIP-191). The wording follows EIP-4361, but it logs
 * nobody in: who signs it says where to be paid, and nothing else.
 *
 * @param domain who asks, as a person knows it
 * @param account the address with its EIP-55 checksum
 * @param nonce never used before
 * @param expiresAt after which the signature is worth nothing
 */
public record PayoutChallenge(
        String domain, UserId userId, String account, String nonce, Instant issuedAt, Instant expiresAt) {

    /** The text to the last character; there is no line break at its end. Times are in UTC, cut to whole seconds. */
    public String text() {
        return """
            %s asks you to confirm that you own this account:
            %s

            What you are owed in your trades will be paid to it. Signing this moves no money and costs nothing.

            User: %s
            Version: 1
            Nonce: %s
            Issued At: %s
            Expiration Time: %s\
            """.formatted(domain, account, userId, nonce, seconds(issuedAt), seconds(expiresAt));
    }

    private static Instant seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }
}
