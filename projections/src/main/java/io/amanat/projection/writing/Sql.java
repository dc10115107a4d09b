package io.amanat.projection.writing;

/** What several statements are made of. Rows come as one array per column. */
final class Sql {
    private Sql() {}

    /** {@code unnest(?::type[], …) as alias(c0, c1, …)}, one array per place. */
    static String unnest(TableShape shape, int[] places, String alias) {
        StringBuilder arrays = new StringBuilder("unnest(");
        StringBuilder names = new StringBuilder(") as ").append(alias).append('(');
        for (int n = 0; n < places.length; n++) {
            String comma = n == 0 ? "" : ", ";
            arrays.append(comma)
                    .append("?::")
                    .append(shape.column(places[n]).type())
                    .append("[]");
            names.append(comma).append('c').append(n);
        }
        return arrays.append(names).append(')').toString();
    }

    /** {@code t.column = alias.c0 and …}: the table's rows whose columns at {@code places} are the alias's first ones. */
    static String matching(TableShape shape, int[] places, String alias) {
        StringBuilder matching = new StringBuilder();
        for (int n = 0; n < places.length; n++) {
            matching.append(n == 0 ? "t." : " and t.")
                    .append(shape.column(places[n]).sql())
                    .append(" = ")
                    .append(alias)
                    .append(".c")
                    .append(n);
        }
        return matching.toString();
    }

    /** The columns' names with commas. */
    static String names(TableShape shape, int[] places) {
        StringBuilder names = new StringBuilder();
        for (int n = 0; n < places.length; n++) {
            names.append(n == 0 ? "" : ", ").append(shape.column(places[n]).sql());
        }
        return names.toString();
    }
}
