package io.amanat.engine;

/** The name of a schema that may stand in a statement. */
final class Schema {
    private Schema() {}

    /** @throws IllegalArgumentException when the name is anything but lower case letters, digits and underscores */
    static String checked(String name) {
        if (!name.matches("[a-z_][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("a schema name is lower case, digits and underscores");
        }
        return name;
    }
}
