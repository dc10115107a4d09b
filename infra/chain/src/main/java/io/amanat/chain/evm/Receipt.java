package io.amanat.chain.evm;

import io.amanat.contract.money.EvmAddress;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * What became of a mined transaction.
 *
 * @param succeeded false if it was reverted; the fee is spent all the same
 * @param feeWei gas used × effective price
 * @param transfers the ERC-20 transfers it made, of any contract: check the token, both addresses and the amount
 * @param contractAddress of a contract creation
 */
public record Receipt(
        String transactionHash,
        long blockNumber,
        String blockHash,
        boolean succeeded,
        BigInteger feeWei,
        List<TokenTransfer> transfers,
        Optional<EvmAddress> contractAddress) {

    public Receipt {
        transfers = List.copyOf(transfers);
    }

    /** True if it succeeded and moved exactly this: what a payout must show, since a token may return nothing or false. */
    public boolean transferred(EvmAddress token, EvmAddress from, EvmAddress to, BigInteger amount) {
        return succeeded
                && transfers.stream()
                        .anyMatch(transfer -> transfer.token().equals(token)
                                && transfer.from().equals(from)
                                && transfer.to().equals(to)
                                && transfer.amount().equals(amount));
    }
}
