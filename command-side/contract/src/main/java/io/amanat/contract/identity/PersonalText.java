package io.amanat.contract.identity;

import java.util.regex.Pattern;

/**
 * Text about or by a person, sealed with that person's key: {@code pd1.<subject uuid>.<base64url ciphertext>}. Only the vault at the
 * edge seals and opens it. When the key is deleted it can never be read again, while every hash, balance and replay stays as it was.
 */
public record PersonalText(String token) {
    private static final Pattern FORM =
            Pattern.compile("pd1[.]([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})[.]([A-Za-z0-9_-]{1,200000})");

    public PersonalText {
        if (!FORM.matcher(token).matches()) {
            throw new IllegalArgumentException("personal text arrives sealed");
        }
    }

    public static PersonalText of(UserId subject, String base64UrlCiphertext) {
        return new PersonalText("pd1." + subject + "." + base64UrlCiphertext);
    }

    /** Whose key opens it. */
    public UserId subject() {
        return UserId.of(token.substring(4, 40));
    }

    /** The sealed bytes, base64url without padding. */
    public String ciphertext() {
        return token.substring(41);
    }

    @Override
    public String toString() {
        return token;
    }
}
