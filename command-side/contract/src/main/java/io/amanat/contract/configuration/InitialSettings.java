package io.amanat.contract.configuration;

import java.util.Map;

/** What can be set, and what the startup configuration says of it. */
@FunctionalInterface
public interface InitialSettings {
    /** By key, in the order in which people should see them. It holds until an admin changes it, and from then on no longer. */
    Map<String, Long> byKey();
}
