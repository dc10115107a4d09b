package io.amanat.api.identity;

import java.util.UUID;

/** What a log-in and a refresh give. */
record SessionAnswer(String accessToken, long expiresInSeconds, String refreshToken, UUID userId, String role) {
    /** Says nothing of the secrets. */
    @Override
    public String toString() {
        return "SessionAnswer[" + userId + "]";
    }
}
