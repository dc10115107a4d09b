package io.amanat.demo;

import java.io.PrintStream;

/** Tells a person what happens, step by step. */
public final class Narrator {
    private final PrintStream out;
    private int step;

    public Narrator(PrintStream out) {
        this.out = out;
    }

    void chapter(String title) {
        step = 0;
        out.printf("%n== %s%n%n", title);
    }

    void step(String words) {
        step++;
        out.printf("%3d. %s%n", step, words);
    }

    void detail(String words) {
        out.printf("     %s%n", words);
    }

    void line(String text) {
        out.println(text);
    }
}
