package io.amanat.api.custody;

/** Where a new list of addresses goes whose money is not taken. */
@FunctionalInterface
public interface AddressListImport {
    /**
     * Puts the list into force; the one that is in force already changes nothing.
     *
     * @param by the actor
     * @throws io.amanat.contract.RuleViolated naming the lines that cannot be read; then the list before stays in force
     */
    AddressListAnswer take(String list, String by);
}
