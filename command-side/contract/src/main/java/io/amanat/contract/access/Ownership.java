package io.amanat.contract.access;

/** Beyond the role: whose things an endpoint touches. */
public enum Ownership {
    /** The role is enough. */
    NONE("anyone with the role"),
    /** The caller's own account or session. */
    SELF("the caller's own"),
    /** The buyer who created the purchase request. */
    BUYER_OF_REQUEST("the buyer of this purchase request"),
    /** The seller who made the offer. */
    SELLER_OF_OFFER("the seller who made this offer"),
    /** The seller whose offer was accepted. */
    SELLER_OF_TRADE("the seller whose offer was accepted"),
    /** Buyer or accepted seller; staff (resolver, guard, admin) sees every trade. */
    PARTY_OF_TRADE("buyer or seller of this trade; staff sees every trade"),
    /** Open requests are visible to sellers; otherwise as {@link #PARTY_OF_TRADE}. */
    VISIBLE_REQUEST("the buyer, its sellers, every seller while it takes offers; staff sees every request"),
    /** Lists hold only what the caller may see one by one. */
    FILTERED("the list holds only what the caller may see"),
    /** Staff that is not a party of the trade. */
    NOT_A_PARTY("not a party of the trade");

    private final String words;

    Ownership(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
