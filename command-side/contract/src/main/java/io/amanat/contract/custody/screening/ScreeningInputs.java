package io.amanat.contract.custody.screening;

import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.EvmAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the rules look at, as it was known when the transfer was screened.
 *
 * @param sender as the token's log says it; a contract or an exchange may stand there
 * @param listVersion of the address list that was asked; {@code none} when there was no list, {@code unknown} when it did not answer
 * @param listings as what the sender stood in that list
 * @param windowAmount what the sender had sent us of the same token within the window, without this transfer
 * @param windowTransfers how often the sender had sent us any token within the window, without this transfer
 * @param sentBefore how many transactions the sender had made as of the block that the age rule asks for; absent when it asks nothing
 * @param opinion absent when no outside provider is asked
 * @param unanswered who did not answer; what they would have said is empty or zero above
 */
public record ScreeningInputs(
        EvmAddress sender,
        AssetAmount amount,
        String listVersion,
        List<ListCategory> listings,
        AssetAmount windowAmount,
        int windowTransfers,
        @Nullable Integer sentBefore,
        @Nullable Opinion opinion,
        List<String> unanswered) {
    public static final String NO_LIST = "none";
    public static final String UNKNOWN_LIST = "unknown";

    public ScreeningInputs {
        listings = List.copyOf(listings);
        unanswered = List.copyOf(unanswered);
    }

    /** Nothing is known, because {@code source} did not answer. */
    public static ScreeningInputs unanswered(EvmAddress sender, AssetAmount amount, String source) {
        return new ScreeningInputs(
                sender, amount, UNKNOWN_LIST, List.of(), amount.asset().zero(), 0, null, null, List.of(source));
    }
}
