package io.amanat.benchmark.app;

import io.amanat.benchmark.measure.Finished;
import io.amanat.benchmark.measure.Measurement;
import io.amanat.benchmark.measure.Percentiles;
import io.amanat.benchmark.report.Row;
import io.amanat.benchmark.report.Unit;
import io.amanat.benchmark.trade.Step;
import io.amanat.benchmark.trade.Workloads;
import io.amanat.contract.CommandSender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleSupplier;
import javax.sql.DataSource;

/**
 * How long after a command has answered its row can be read, while commands come in at a steady rate whether earlier ones are done or
 * not. Whoever watches selects the rows by their keys up to four thousand times a second: what a select takes is in the figure, and a
 * row that is not there after a minute counts as a minute.
 */
public final class RowLatency implements Measurement {

    /** More are not watched, at whatever rate: the watching would be what is measured. */
    private static final int WATCHED_PER_SECOND_MAX = 200;

    private final Row median;
    private final Row tail;
    private final String name;
    private final DoubleSupplier perSecond;
    private final CommandSender sender;
    private final Workloads workloads;
    private final DataSource reads;

    /**
     * @param id of the rows, with {@code -p50} and {@code -p99} behind it
     * @param perSecond commands, each with one event; asked at the start of every round
     * @param reads connections of its own
     */
    public RowLatency(
            String id,
            String name,
            DoubleSupplier perSecond,
            CommandSender sender,
            Workloads workloads,
            DataSource reads) {
        this.name = name;
        this.median = Row.of(id + "-p50", name + ", p50", Unit.MILLISECONDS);
        this.tail = Row.of(id + "-p99", name + ", p99", Unit.MILLISECONDS);
        this.perSecond = perSecond;
        this.sender = sender;
        this.workloads = workloads;
        this.reads = reads;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Map<Row, Double> round(Duration length) {
        double rate = perSecond.getAsDouble();
        long between = (long) (1e9 / rate);
        int everyNth = Math.max(1, (int) Math.ceil(rate / WATCHED_PER_SECOND_MAX));
        try (RowWatch watch = RowWatch.start(reads)) {
            List<Future<?>> sent = new ArrayList<>();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                long start = System.nanoTime();
                for (long number = 0; number * between < length.toNanos(); number++) {
                    sleepUntil(start + number * between);
                    List<Step> request = workloads.request();
                    boolean watched = number % everyNth == 0;
                    sent.add(threads.submit(() -> {
                        send(request);
                        if (watched) {
                            watch.expect(workloads.idOf(request).value());
                        }
                    }));
                }
            }
            sent.forEach(Finished::result);
            Percentiles durations = new Percentiles(watch.durations());
            Map<Row, Double> figures = new LinkedHashMap<>();
            figures.put(median, durations.millis(50));
            figures.put(tail, durations.millis(99));
            return figures;
        }
    }

    private void send(List<Step> request) {
        request.forEach(step -> sender.send(step.command(), step.origin()));
    }

    private static void sleepUntil(long nanoTime) {
        for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
