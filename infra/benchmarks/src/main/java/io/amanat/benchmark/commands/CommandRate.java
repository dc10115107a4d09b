package io.amanat.benchmark.commands;

import io.amanat.benchmark.measure.Measurement;
import io.amanat.benchmark.measure.Throughput;
import io.amanat.benchmark.report.Row;
import io.amanat.benchmark.trade.Step;
import io.amanat.contract.CommandSender;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Whole commands: dispatched, handled by the aggregate, the events stored, answered.
 *
 * @param work the commands of one unit, sent one after another
 * @param counted how many of what the row counts are in one unit
 */
public record CommandRate(Row row, CommandSender sender, int inFlight, int counted, Supplier<List<Step>> work)
        implements Measurement {

    @Override
    public String name() {
        return row.title();
    }

    @Override
    public Map<Row, Double> round(Duration length) {
        double rate = new Throughput(inFlight).perSecond(length, () -> {
            for (Step step : work.get()) {
                sender.send(step.command(), step.origin());
            }
            return counted;
        });
        return Map.of(row, rate);
    }
}
