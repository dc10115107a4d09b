package io.amanat.chain.reconcile;

import io.amanat.contract.escrow.LedgerAccount;
import io.amanat.contract.money.Asset;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What our tables say about one chain, all of it at one moment.
 *
 * @param block up to which the chain was read, and its hash
 * @param position the read tables have every event up to here
 * @param behind events in the log that some segment of the read tables has not passed yet
 * @param assets every token that is taken or stands in the ledger
 * @param unlike ids of custody transfers that are not as they were instructed
 * @param otherwise what the chain moved otherwise than instructed
 */
record Books(
        long chainId,
        long block,
        String blockHash,
        long position,
        long behind,
        List<Asset> assets,
        List<Destination> destinations,
        Map<PaymentToken, Deposit> deposits,
        Map<PaymentToken, Account> accounts,
        List<HotAccount> hot,
        List<Unlike> unlike,
        List<Otherwise> otherwise) {

    /** A payment in a token, the contract in lower case. */
    record PaymentToken(UUID paymentId, String token) {}

    /** An address that was handed out for a payment. */
    record Destination(UUID paymentId, String address) {}

    /**
     * What was seen to come to one address in one token, in blocks up to the one that was read, and what left it.
     *
     * @param told the payment was told of it
     * @param seen not told yet
     * @param stray the payment has no use for it
     * @param retracting its block is gone, and the payment was not told so yet
     * @param swept into custody
     * @param left swept as well, which the read tables do not have yet
     * @param leaving in sweeps that are signed and not final: there or not
     */
    record Deposit(
            PaymentToken key,
            BigInteger told,
            BigInteger seen,
            BigInteger stray,
            BigInteger retracting,
            BigInteger swept,
            BigInteger left,
            BigInteger leaving) {
        static Deposit none(PaymentToken key) {
            return new Deposit(
                    key,
                    BigInteger.ZERO,
                    BigInteger.ZERO,
                    BigInteger.ZERO,
                    BigInteger.ZERO,
                    BigInteger.ZERO,
                    BigInteger.ZERO,
                    BigInteger.ZERO);
        }

        BigInteger onChain() {
            return told.add(seen).add(stray).subtract(swept).subtract(left);
        }
    }

    /**
     * One payment in one token.
     *
     * @param ledger balances as the sums of its ledger entries
     * @param held what the payment itself says; absent when the token is not the payment's own
     * @param paid custody transfers that are final on the chain
     * @param outside taken in on the word of people, outside of the chain
     */
    record Account(
            PaymentToken key,
            Map<LedgerAccount, BigInteger> ledger,
            @Nullable BigInteger held,
            BigInteger paid,
            BigInteger outside) {
        BigInteger of(LedgerAccount account) {
            return ledger.getOrDefault(account, BigInteger.ZERO);
        }

        /** Taken back by the chain after it was paid out, or promised. */
        BigInteger exposed() {
            return of(LedgerAccount.EXPOSURE).negate();
        }

        /** What of that was written off. */
        BigInteger lost() {
            return of(LedgerAccount.LOSS).negate();
        }

        BigInteger heldInLedger() {
            return of(LedgerAccount.ESCROW).add(of(LedgerAccount.DISPUTED));
        }

        /** What the ledger took in from the chain. */
        BigInteger takenIn() {
            return of(LedgerAccount.EXTERNAL).negate().subtract(outside);
        }

        /** What is owed to the parties: seen, held, frozen, set aside. The platform's own fee is not. */
        BigInteger owed() {
            return of(LedgerAccount.CLEARING).add(heldInLedger()).add(of(LedgerAccount.UNALLOCATED));
        }
    }

    /** An account that payouts leave from. */
    record HotAccount(String address) {}

    /** A custody transfer whose instruction and transaction differ. */
    record Unlike(UUID transferId, UUID paymentId, String token, BigInteger instructed, BigInteger made) {}

    /**
     * A custody transfer whose transaction is as instructed, and by which its token moved something else.
     *
     * @param received by whom it was for
     * @param accepted by a guard, as done
     */
    record Otherwise(
            UUID transferId,
            UUID paymentId,
            String token,
            String txHash,
            BigInteger instructed,
            BigInteger received,
            boolean accepted) {}
}
