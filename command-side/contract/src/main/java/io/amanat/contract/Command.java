package io.amanat.contract;

/** An instruction to one aggregate. It may be refused with a {@link RuleViolated}; it may be sent twice and has one effect. */
public interface Command {
    /** The aggregate that decides. */
    Identifier target();
}
