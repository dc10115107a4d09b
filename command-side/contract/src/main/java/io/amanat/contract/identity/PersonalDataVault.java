package io.amanat.contract.identity;

/** Seals and opens personal text with one key per person. */
public interface PersonalDataVault {
    /** What stands in place of text whose key is gone. */
    String ERASED = "[erased]";

    /**
     * Seals {@code plain} with the key of {@code subject}, making the key on first use. Sealing twice gives two different tokens.
     *
     * @throws RuleViolated when the person was erased: nothing new may be stored about them
     */
    PersonalText seal(UserId subject, String plain);

    /** The text, or {@link #ERASED} when the key was deleted. */
    String open(PersonalText sealed);

    /** Deletes the key for good. Everything sealed with it, in every copy and backup, can no longer be read. */
    void forget(UserId subject);
}
