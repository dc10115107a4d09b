package io.amanat.chain.payout;

import io.amanat.chain.custody.SignedContent;
import io.amanat.chain.custody.Signer;
import io.amanat.chain.custody.TransactionRequest;
import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.evm.FeeQuote;
import io.amanat.chain.payout.Payout.State;
import io.amanat.contract.custody.SignedTransaction;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs again what waits for its price: the same call with the same nonce and a higher fee. Only the account's next nonce is replaced;
 * those behind it wait for it, whatever they offer.
 */
final class PayoutReplacing {

    private static final Logger log = LoggerFactory.getLogger(PayoutReplacing.class);

    private final EvmClient client;
    private final PayoutTable table;
    private final PayoutVersions versions;
    private final ReplacingRules rules;
    private final Clock clock;

    PayoutReplacing(EvmClient client, PayoutTable table, PayoutVersions versions, ReplacingRules rules, Clock clock) {
        this.client = client;
        this.table = table;
        this.versions = versions;
        this.rules = rules;
        this.clock = clock;
    }

    /** True if there is a new version from this account, which is to be told and then sent. */
    boolean replace(Signer signer) {
        Optional<Payout> first = table.underway(signer.address()).stream()
                .filter(payout -> payout.state() != State.MINED && !payout.replacedUntold())
                .filter(payout -> payout.requireSigned().account().equals(signer.address()))
                .findFirst();
        return first.isPresent()
                && waitedLongEnough(first.get())
                && first.get().requireSigned().nonce() == client.minedNonce(signer.address())
                && replace(signer, first.get());
    }

    private boolean waitedLongEnough(Payout payout) {
        return versions.newest(payout)
                .filter(version -> !version.signedAt().plus(rules.after()).isAfter(clock.instant()))
                .isPresent();
    }

    private boolean replace(Signer signer, Payout payout) {
        FeeQuote fees = client.fees();
        for (PayoutVersions.Version version : versions.of(payout)) {
            fees = ReplacingRules.bumped(SignedContent.of(version.transaction()).fees(), fees);
        }
        if (!rules.affordable(fees)) {
            table.troubled(
                    payout,
                    "Nonce " + payout.requireSigned().nonce() + " waits for its price; a replacement would offer "
                            + fees.maxFeePerGasWei() + " wei per gas and may offer " + rules.maxFeePerGasWei() + ".");
            return false;
        }
        SignedContent content = SignedContent.of(payout.requireSigned());
        SignedTransaction by = signer.sign(new TransactionRequest(
                table.chainId(),
                payout.requireSigned().nonce(),
                content.to(),
                content.valueWei(),
                content.data(),
                content.gasLimit(),
                fees));
        log.info(
                "Transfer {} waits for its price: {} is to be replaced by {}",
                payout.transferId(),
                payout.requireSigned().txHash(),
                by.txHash());
        return versions.replaced(payout, by, clock.instant());
    }
}
