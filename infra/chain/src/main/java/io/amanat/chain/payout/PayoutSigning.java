package io.amanat.chain.payout;

import io.amanat.chain.asset.AllowedTokens;
import io.amanat.chain.custody.Signer;
import io.amanat.chain.custody.TransactionRequest;
import io.amanat.chain.evm.Erc20;
import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.evm.FeeQuote;
import io.amanat.chain.evm.NodeRefused;
import io.amanat.contract.money.EvmAddress;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a queued payout its nonce and its bytes, if the chain would take it now. What the chain would not take gets no nonce, so it
 * never stands in the way of the next one.
 */
final class PayoutSigning {

    static final Duration RETRY_AFTER = Duration.ofSeconds(10);
    static final String REFUSED_BY_TOKEN = "refused-by-token";

    private static final Logger log = LoggerFactory.getLogger(PayoutSigning.class);

    private final EvmClient client;
    private final Signer signer;
    private final AllowedTokens tokens;
    private final PayoutTable table;
    private final Clock clock;

    PayoutSigning(EvmClient client, Signer signer, AllowedTokens tokens, PayoutTable table, Clock clock) {
        this.client = client;
        this.signer = signer;
        this.tokens = tokens;
        this.table = table;
        this.clock = clock;
    }

    /** True if it is signed now: tell it before the next one is signed. */
    boolean sign(Payout payout) {
        if (tokens.of(payout.token()).isEmpty()) {
            return later(payout, "The token " + payout.token() + " is not configured.");
        }
        EvmAddress hot = signer.address();
        BigInteger free = client.tokenBalance(payout.token(), hot).subtract(table.committed(hot, payout.token()));
        if (free.compareTo(payout.amount()) < 0) {
            return later(
                    payout,
                    "The hot account " + hot + " has " + free + " units of token " + payout.token()
                            + " to spend and needs " + payout.amount() + ".");
        }
        try {
            return signWithNonce(payout, gasFor(payout));
        } catch (NodeRefused refused) {
            if (!refused.reason().toLowerCase(Locale.ROOT).contains("revert")) {
                return later(payout, "The node would not take it: " + refused.reason());
            }
            log.warn("Transfer {} is refused by its token: {}", payout.transferId(), refused.reason());
            table.abandoned(payout, REFUSED_BY_TOKEN);
            return false;
        }
    }

    private boolean signWithNonce(Payout payout, long gasLimit) {
        EvmAddress hot = signer.address();
        FeeQuote fees = client.fees();
        BigInteger costWei = fees.maxFeePerGasWei().multiply(BigInteger.valueOf(gasLimit));
        if (client.balanceWei(hot).compareTo(costWei) < 0) {
            return later(payout, "The hot account " + hot + " cannot pay the gas: it needs " + costWei + " wei.");
        }
        long nonce = Math.max(table.nextNonce(hot), client.minedNonce(hot));
        TransactionRequest request = new TransactionRequest(
                table.chainId(), nonce, payout.token(), Erc20.transfer(payout.to(), payout.amount()), gasLimit, fees);
        return table.signed(payout, signer.sign(request));
    }

    /** A quarter more than it would use now, and enough for every ordinary token. */
    private long gasFor(Payout payout) {
        BigInteger estimate =
                client.estimateGas(signer.address(), payout.token(), Erc20.transfer(payout.to(), payout.amount()));
        return Math.max(TransactionRequest.TOKEN_TRANSFER_GAS, Math.ceilDiv(estimate.longValueExact() * 5, 4));
    }

    private boolean later(Payout payout, String why) {
        log.warn("Transfer {} waits: {}", payout.transferId(), why);
        table.postponed(payout, clock.instant().plus(RETRY_AFTER), why);
        return false;
    }
}
