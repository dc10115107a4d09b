package io.amanat.chain.payout;

import io.amanat.chain.asset.AllowedTokens;
import io.amanat.chain.custody.Signer;
import io.amanat.chain.custody.TransactionRequest;
import io.amanat.chain.evm.Erc20;
import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.evm.FeeQuote;
import io.amanat.chain.evm.NodeRefused;
import io.amanat.chain.evm.TokenRefusal;
import io.amanat.contract.custody.OwnAddresses;
import io.amanat.contract.money.EvmAddress;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a queued payout its nonce and its bytes, if the chain would take it now. What the chain would not take gets no nonce, so it
 * never stands in the way of the next one.
 */
final class PayoutSigning {

    static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    /** Zero, a token, or one of ours. It was refused before; this is for an address that became ours since. */
    static final String FORBIDDEN_ADDRESS = "forbidden-address";

    /** A hot account gives away no gas that it would need for so many payouts at the present price. */
    private static final long PAYOUTS_KEPT = 10;

    private static final Logger log = LoggerFactory.getLogger(PayoutSigning.class);

    private final EvmClient client;
    private final AllowedTokens tokens;
    private final OwnAddresses own;
    private final ExposureGate gate;
    private final PayoutTable table;
    private final ReplacingRules rules;
    private final Clock clock;

    PayoutSigning(
            EvmClient client,
            AllowedTokens tokens,
            OwnAddresses own,
            ExposureGate gate,
            PayoutTable table,
            ReplacingRules rules,
            Clock clock) {
        this.client = client;
        this.tokens = tokens;
        this.own = own;
        this.gate = gate;
        this.table = table;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * The account that has signed it: tell it before that account signs the next one. Empty if it is not signed.
     *
     * @param accounts asked one after the other, until one has enough tokens and gas
     */
    Optional<EvmAddress> sign(Payout payout, List<Signer> accounts) {
        return switch (payout.kind()) {
            case PAYOUT -> signPayout(payout, accounts);
            case GAS -> signGas(payout, accounts);
        };
    }

    private Optional<EvmAddress> signPayout(Payout payout, List<Signer> accounts) {
        if (tokens.of(payout.token()).isEmpty()) {
            return later(payout, "The token " + payout.token() + " is not configured.");
        }
        if (payout.to().zero() || payout.to().equals(payout.token()) || own.ours(payout.to())) {
            return never(payout, FORBIDDEN_ADDRESS);
        }
        Optional<String> closed = gate.closed(payout);
        if (closed.isPresent()) {
            return later(payout, closed.get());
        }
        String lacking = "There is no hot account.";
        try {
            for (Signer account : accounts) {
                EvmAddress hot = account.address();
                BigInteger free =
                        client.tokenBalance(payout.token(), hot).subtract(table.committed(hot, payout.token()));
                if (free.compareTo(payout.amount()) < 0) {
                    lacking = "The hot account " + hot + " has " + free + " units of token " + payout.token()
                            + " to spend and needs " + payout.amount() + ".";
                    continue;
                }
                long gasLimit = gasFor(payout, hot);
                Optional<String> refusal = refusal(payout, hot);
                if (refusal.isPresent()) {
                    return never(payout, refusal.get());
                }
                FeeQuote fees = client.fees();
                if (!rules.affordable(fees)) {
                    return later(payout, expensive(fees));
                }
                BigInteger costWei = fees.maxFeePerGasWei().multiply(BigInteger.valueOf(gasLimit));
                if (freeWei(hot).compareTo(costWei) >= 0) {
                    String transfer = Erc20.transfer(payout.to(), payout.amount());
                    return signWithNonce(
                            payout, account, new Call(payout.token(), BigInteger.ZERO, transfer, gasLimit), fees);
                }
                lacking = "The hot account " + hot + " cannot pay the gas: it needs " + costWei + " wei.";
            }
            return later(payout, lacking);
        } catch (NodeRefused refused) {
            return TokenRefusal.of(refused)
                    .map(refusal -> never(payout, refusal))
                    .orElseGet(() -> later(payout, "The node would not take it: " + refused.reason()));
        }
    }

    /** To an address of ours that is to be swept, and only while enough stays for payouts. */
    private Optional<EvmAddress> signGas(Payout payout, List<Signer> accounts) {
        if (!own.ours(payout.to()) || tokens.of(payout.to()).isPresent()) {
            return never(payout, FORBIDDEN_ADDRESS);
        }
        String lacking = "There is no hot account.";
        try {
            FeeQuote fees = client.fees();
            if (!rules.affordable(fees)) {
                return later(payout, expensive(fees));
            }
            for (Signer account : accounts) {
                EvmAddress hot = account.address();
                long gasLimit = quarterMore(client.estimateGas(hot, payout.to(), "0x"));
                BigInteger needed = fees.maxFeePerGasWei()
                        .multiply(BigInteger.valueOf(gasLimit + PAYOUTS_KEPT * TransactionRequest.TOKEN_TRANSFER_GAS))
                        .add(payout.amount());
                if (freeWei(hot).compareTo(needed) >= 0) {
                    return signWithNonce(payout, account, new Call(payout.to(), payout.amount(), "0x", gasLimit), fees);
                }
                lacking = "The hot account " + hot + " gives no gas away below " + needed
                        + " wei: it must be able to pay out itself.";
            }
            return later(payout, lacking);
        } catch (NodeRefused refused) {
            return later(payout, "The node would not take it: " + refused.reason());
        }
    }

    /** What it has and has not promised to a deposit address. */
    private BigInteger freeWei(EvmAddress hot) {
        return client.balanceWei(hot).subtract(table.committed(hot, Payout.NATIVE));
    }

    private String expensive(FeeQuote fees) {
        return "Gas costs " + fees.maxFeePerGasWei() + " wei and may cost " + rules.maxFeePerGasWei() + ".";
    }

    /** Why a trial run would not do what is wanted. */
    private Optional<String> refusal(Payout payout, EvmAddress hot) {
        return TokenRefusal.of(client.tryTransfer(payout.token(), hot, payout.to(), payout.amount()), payout.amount());
    }

    private record Call(EvmAddress to, BigInteger valueWei, String data, long gasLimit) {}

    private Optional<EvmAddress> signWithNonce(Payout payout, Signer account, Call call, FeeQuote fees) {
        EvmAddress hot = account.address();
        long nonce = Math.max(table.nextNonce(hot), client.minedNonce(hot));
        TransactionRequest request = new TransactionRequest(
                table.chainId(), nonce, call.to(), call.valueWei(), call.data(), call.gasLimit(), fees);
        return table.signed(payout, account.sign(request), clock.instant()) ? Optional.of(hot) : Optional.empty();
    }

    /** A quarter more than it would use now, and enough for every ordinary token. */
    private long gasFor(Payout payout, EvmAddress hot) {
        BigInteger estimate = client.estimateGas(hot, payout.token(), Erc20.transfer(payout.to(), payout.amount()));
        return Math.max(TransactionRequest.TOKEN_TRANSFER_GAS, quarterMore(estimate));
    }

    private static long quarterMore(BigInteger estimate) {
        return Math.ceilDiv(estimate.longValueExact() * 5, 4);
    }

    private Optional<EvmAddress> never(Payout payout, String failure) {
        log.warn("Transfer {} is given up before it has a nonce: {}", payout.transferId(), failure);
        table.abandoned(payout, failure);
        return Optional.empty();
    }

    private Optional<EvmAddress> later(Payout payout, String why) {
        log.warn("Transfer {} waits: {}", payout.transferId(), why);
        table.postponed(payout, clock.instant().plus(RETRY_AFTER), why);
        return Optional.empty();
    }
}
