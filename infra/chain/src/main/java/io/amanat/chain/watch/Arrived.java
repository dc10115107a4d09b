package io.amanat.chain.watch;

import io.amanat.chain.evm.Block;
import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.evm.NodeRefused;
import io.amanat.chain.evm.TokenTransfer;
import io.amanat.contract.money.EvmAddress;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Only what arrived counts. A token that keeps a fee may say in its log what was sent; then the recipient's balance rose by less, and
 * the logs of the block are cut down to that, the last ones first. A node that has no balances of that block any more is believed in
 * what its logs say.
 */
final class Arrived {

    private static final Logger log = LoggerFactory.getLogger(Arrived.class);

    private final EvmClient client;

    Arrived(EvmClient client) {
        this.client = client;
    }

    /** All transfers of one block, in its order; what did not arrive at all is left out. */
    List<TokenTransfer> in(Block block, List<TokenTransfer> said) {
        Map<Account, BigInteger> left = new HashMap<>();
        List<TokenTransfer> arrived = new ArrayList<>();
        for (TokenTransfer transfer : said) {
            Account account = new Account(transfer.token(), transfer.to());
            BigInteger rest = left.computeIfAbsent(account, some -> risen(some, block, said));
            BigInteger amount = transfer.amount().min(rest);
            left.put(account, rest.subtract(amount));
            if (amount.signum() > 0) {
                arrived.add(amount.equals(transfer.amount()) ? transfer : with(transfer, amount));
            }
        }
        return arrived;
    }

    private BigInteger risen(Account account, Block block, List<TokenTransfer> said) {
        BigInteger claimed = sum(said.stream()
                .filter(transfer -> transfer.token().equals(account.token())
                        && transfer.to().equals(account.holder()))
                .toList());
        try {
            BigInteger risen = client.tokenBalanceAt(account.token(), account.holder(), block.number())
                    .subtract(client.tokenBalanceAt(account.token(), account.holder(), block.number() - 1));
            if (risen.compareTo(claimed) >= 0) {
                return claimed;
            }
            BigInteger arrived =
                    risen.add(sent(account, block)).max(BigInteger.ZERO).min(claimed);
            if (!arrived.equals(claimed)) {
                log.warn(
                        "Token {} says that {} arrived at {} in block {}, but it was {}",
                        account.token(),
                        claimed,
                        account.holder(),
                        block.number(),
                        arrived);
            }
            return arrived;
        } catch (NodeRefused forgotten) {
            log.debug("No balances of block {}: {}", block.number(), forgotten.getMessage());
            return claimed;
        }
    }

    /** What left the account in the same block, such as a sweep. */
    private BigInteger sent(Account account, Block block) {
        return sum(client.transfersInBlock(block.hash(), List.of(account.token()), List.of()).stream()
                .filter(transfer -> transfer.from().equals(account.holder()))
                .toList());
    }

    private static BigInteger sum(List<TokenTransfer> transfers) {
        return transfers.stream().map(TokenTransfer::amount).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static TokenTransfer with(TokenTransfer transfer, BigInteger amount) {
        return new TokenTransfer(
                transfer.token(),
                transfer.from(),
                transfer.to(),
                amount,
                transfer.blockNumber(),
                transfer.blockHash(),
                transfer.transactionHash(),
                transfer.logIndex());
    }

    private record Account(EvmAddress token, EvmAddress holder) {}
}
