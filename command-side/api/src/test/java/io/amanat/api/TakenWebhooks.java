package io.amanat.api;

import io.amanat.contract.escrow.PaymentProvider;
import io.amanat.contract.escrow.ProviderWebhooks;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what came, byte by byte. */
public final class TakenWebhooks implements ProviderWebhooks {
    private final List<Taken> all = new CopyOnWriteArrayList<>();

    /** One that came; each char of the body is one byte. */
    public record Taken(PaymentProvider provider, Map<String, String> headers, String body) {}

    @Override
    public int receive(PaymentProvider provider, Map<String, String> headers, byte[] body) {
        all.add(new Taken(provider, headers, new String(body, StandardCharsets.ISO_8859_1)));
        return 202;
    }

    public List<Taken> all() {
        return List.copyOf(all);
    }
}
