package io.amanat.engine.job;

import io.amanat.contract.audit.StoredEvent;
import io.amanat.projection.story.Story;
import io.amanat.projection.story.Trades;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;

/** Trades of all kinds, told across one another as in a busy market; each keeps its own order. The same seed tells the same. */
final class RandomTrades {
    private static final int AT_ONCE = 20;

    private final SplittableRandom random;
    private long next;

    RandomTrades(long seed, long firstNumber) {
        this.random = new SplittableRandom(seed);
        this.next = firstNumber;
    }

    List<StoredEvent> tell(int trades) {
        List<StoredEvent> told = new ArrayList<>();
        List<Queue<StoredEvent>> running = new ArrayList<>();
        int begun = 0;
        while (begun < trades || !running.isEmpty()) {
            if (begun < trades && running.size() < AT_ONCE) {
                running.add(new ArrayDeque<>(story().events()));
                begun++;
            }
            int turn = random.nextInt(running.size());
            Queue<StoredEvent> one = running.get(turn);
            told.add(one.remove());
            if (one.isEmpty()) {
                running.remove(turn);
            }
        }
        return told;
    }

    private Story story() {
        long number = next++;
        return switch (random.nextInt(6)) {
            case 0 -> new Story(number).asked();
            case 1 -> Trades.paid(number);
            case 2 -> Trades.delivered(number);
            case 3 -> Trades.disputed(number);
            case 4 -> Trades.compensated(number);
            default -> Trades.completed(number);
        };
    }
}
