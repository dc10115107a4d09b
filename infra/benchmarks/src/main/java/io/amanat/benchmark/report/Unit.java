package io.amanat.benchmark.report;

/** What a figure counts. */
public enum Unit {
    EVENTS_PER_SECOND("events/s"),
    COMMANDS_PER_SECOND("commands/s"),
    TRADES_PER_SECOND("trades/s"),
    QUERIES_PER_SECOND("queries/s"),
    MILLISECONDS("ms"),
    SECONDS("s"),
    MEBIBYTES("MiB");

    private final String symbol;

    Unit(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }
}
