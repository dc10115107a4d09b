package io.amanat.eventlog;

/** The appends have no answer yet: the table must be asked, on a new connection. */
final class Undecided extends Exception {

    private final boolean sent;

    Undecided(Exception cause, boolean sent) {
        super(cause);
        this.sent = sent;
    }

    /** Whether the appends were on their way, so that they may be stored. */
    boolean sent() {
        return sent;
    }
}
