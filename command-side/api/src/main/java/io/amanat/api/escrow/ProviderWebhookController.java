package io.amanat.api.escrow;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.access.AccessTable;
import io.amanat.contract.escrow.PaymentProvider;
import io.amanat.contract.escrow.ProviderRule;
import io.amanat.contract.escrow.ProviderWebhooks;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where payment providers call. No token: the signature of the raw body says who it is. */
@RestController
@RequestMapping(AccessTable.BASE + "/provider-webhooks")
class ProviderWebhookController {
    private final ProviderWebhooks webhooks;

    ProviderWebhookController(ProviderWebhooks webhooks) {
        this.webhooks = webhooks;
    }

    @PostMapping("/{provider}")
    ResponseEntity<Void> take(
            @PathVariable String provider,
            @RequestBody(required = false) byte @Nullable [] body,
            HttpServletRequest request) {
        int acknowledgement = webhooks.receive(known(provider), headers(request), body == null ? new byte[0] : body);
        return ResponseEntity.status(acknowledgement).build();
    }

    private static PaymentProvider known(String provider) {
        return Arrays.stream(PaymentProvider.values())
                .filter(one -> one.wire().equals(provider))
                .findFirst()
                .orElseThrow(() -> new RuleViolated(ProviderRule.WEBHOOKS_COME_FROM_KNOWN_PROVIDERS));
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        Map<String, String> headers = new HashMap<>();
        request.getHeaderNames()
                .asIterator()
                .forEachRemaining(name ->
                        headers.putIfAbsent(name.toLowerCase(Locale.ROOT), String.valueOf(request.getHeader(name))));
        return headers;
    }
}
