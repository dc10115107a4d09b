package io.amanat.contract.custody;

/** The reasons of a failed custody transfer that decide what may be done next. A reason is a code, or a code, a colon and details. */
public final class TransferFailures {
    /** It is final on the chain and moved something else than was instructed: sent again, it would be paid twice. */
    public static final String MOVED_OTHERWISE = "moved-otherwise";

    /** It was not even attempted: its address is no place for money, by the rule that follows the colon. */
    public static final String REFUSED = "refused";

    private TransferFailures() {}

    /** The reason of a transfer that {@code rule} has stopped before its first attempt: the rule's name and its sentence. */
    public static String refused(CustodyRule rule) {
        return REFUSED + ": " + rule.code() + ": " + rule.sentence();
    }

    /** Whether money left all the same. */
    public static boolean moved(String reason) {
        return reason.equals(MOVED_OTHERWISE) || reason.startsWith(MOVED_OTHERWISE + ":");
    }
}
