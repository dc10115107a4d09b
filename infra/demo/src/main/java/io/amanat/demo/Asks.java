package io.amanat.demo;

import java.util.List;
import java.util.Map;

/** What the demo's buyer asks for. */
final class Asks {
    private Asks() {}

    static Map<String, Object> lamp(String title, Token token, String budget) {
        return Map.of(
                "title",
                title,
                "description",
                "In working order, with its original shade if there is one.",
                "productType",
                "physical_product",
                "budget",
                Map.of("min", token.money("10.00"), "max", token.money(budget)),
                "urgency",
                "medium",
                "quantity",
                1,
                "specifications",
                List.of(Map.of("key", "colour", "value", "green"), Map.of("key", "height_cm", "value", "42")),
                "delivery",
                Map.of(
                        "method",
                        "shipping",
                        "address",
                        Map.of(
                                "recipient", "Dana Demo",
                                "line1", "1 Example Street",
                                "city", "Sampleton",
                                "postalCode", "12345",
                                "countryCode", "NL")),
                "preferredSellers",
                List.of());
    }
}
