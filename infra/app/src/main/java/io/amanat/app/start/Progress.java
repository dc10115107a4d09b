package io.amanat.app.start;

/** Tells the person at the terminal what is going on; not a log. */
public final class Progress {
    private Progress() {}

    /** One line. */
    public static void say(String line) {
        System.out.println("  " + line);
    }
}
