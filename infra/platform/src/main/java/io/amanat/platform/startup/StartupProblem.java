package io.amanat.platform.startup;

/**
 * A reason why the platform cannot start that its operator can do something about.
 *
 * <p>The application prints {@link #getMessage()} and {@link #hint()} as two lines and exits; it prints no stack trace.
 */
public final class StartupProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String hint;

    /**
     * @param message one sentence: what is wrong, and where
     * @param hint one sentence: what to do about it
     */
    public StartupProblem(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    public StartupProblem(String message, String hint, Throwable cause) {
        super(message, cause);
        this.hint = hint;
    }

    /** One sentence: what to do about it. */
    public String hint() {
        return hint;
    }
}
