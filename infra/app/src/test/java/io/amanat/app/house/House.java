package io.amanat.app.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** What belongs to the house: our modules' main classes, without their tests and the testkit. */
final class House implements ImportOption {
    static final String ROOT = "io.amanat";

    @Override
    public boolean includes(Location location) {
        return !location.contains("/test-classes/")
                && !location.contains("-tests.jar")
                && !location.contains("/io/amanat/testkit/");
    }

    /** {@code domain} of {@code io.amanat.domain.escrow}; empty for others' classes. */
    static String module(JavaClass type) {
        return part(type, 2);
    }

    /** {@code escrow} of {@code io.amanat.domain.escrow}; empty for a module's root package and for others' classes. */
    static String context(JavaClass type) {
        return part(type, 3);
    }

    private static String part(JavaClass type, int index) {
        String[] parts = type.getPackageName().split("\\.", -1);
        return type.getPackageName().startsWith(ROOT + ".") && parts.length > index ? parts[index] : "";
    }
}
