package io.amanat.chain.screening;

import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.screening.AddressLists.Listed;
import io.amanat.chain.screening.SenderHistory.Sent;
import io.amanat.contract.custody.screening.ScreeningInputs;
import io.amanat.contract.custody.screening.ScreeningRules;
import io.amanat.contract.escrow.ObservedTransfer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What we can find out ourselves: from the address list, from what we have seen of the sender, and from the chain. */
public final class OwnScreening implements TransferScreening {
    private static final Logger log = LoggerFactory.getLogger(OwnScreening.class);
    private static final Listed NOT_ANSWERED = new Listed(ScreeningInputs.UNKNOWN_LIST, List.of());

    private final AddressLists lists;
    private final SenderHistory history;
    private final EvmClient chain;

    public OwnScreening(AddressLists lists, SenderHistory history, EvmClient chain) {
        this.lists = lists;
        this.history = history;
        this.chain = chain;
    }

    /** Never throws because a source does not answer: the others are asked all the same, so that a listed sender is found. */
    @Override
    public ScreeningInputs inputs(ObservedTransfer transfer, ScreeningRules rules) {
        List<String> unanswered = new ArrayList<>();
        Listed listed = ask("address-list", unanswered, () -> lists.find(transfer.from()))
                .orElse(NOT_ANSWERED);
        Sent sent = ask("history", unanswered, () -> history.before(transfer, rules.windowHours()))
                .orElseGet(() -> Sent.nothing(transfer));
        @Nullable
        Integer sentBefore = rules.senderAgeBlocksMin() == 0
                ? null
                : ask("chain", unanswered, () -> sentBefore(transfer, rules.senderAgeBlocksMin()))
                        .orElse(null);
        return new ScreeningInputs(
                transfer.from(),
                transfer.amount(),
                listed.version(),
                listed.categories(),
                sent.amount(),
                sent.transfers(),
                sentBefore,
                null,
                unanswered);
    }

    private int sentBefore(ObservedTransfer transfer, int blocks) {
        long then = Math.max(0, transfer.blockNumber() - blocks);
        return (int) Math.min(Integer.MAX_VALUE, chain.minedNonceAt(transfer.from(), then));
    }

    private static <T> Optional<T> ask(String source, List<String> unanswered, Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (RuntimeException down) {
            log.warn("The safety check has no answer of {}: {}", source, down.getMessage());
            unanswered.add(source);
            return Optional.empty();
        }
    }
}
