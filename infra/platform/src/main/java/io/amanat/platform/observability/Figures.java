package io.amanat.platform.observability;

/** Reads some figures for the metrics. Every bean of this kind is asked now and then, always by the same thread. */
@FunctionalInterface
public interface Figures {
    void read();
}
