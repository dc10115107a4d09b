package io.amanat.chain.reconcile;

import io.amanat.chain.evm.Block;
import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.reconcile.ChainState.Holding;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.EvmAddress;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Asks the node for every balance of ours at one block, many in one request. The block's hash is asked before and after: between both
 * the answers belong to the block that was read, or they are thrown away.
 */
final class ChainAsker {
    private final EvmClient client;
    private final HotAccounts hot;

    ChainAsker(EvmClient client, HotAccounts hot) {
        this.client = client;
        this.hot = hot;
    }

    /** @throws ChainMoved if the block is not, or no longer, in the node's chain */
    ChainState at(Books books) {
        Instant time = stands(books);
        List<EvmAddress> holders = Stream.concat(
                        books.destinations().stream().map(Books.Destination::address),
                        books.hot().stream().map(Books.HotAccount::address))
                .distinct()
                .map(EvmAddress::new)
                .toList();
        Map<Holding, BigInteger> balances = new HashMap<>();
        for (Asset asset : books.assets()) {
            balances(asset, holders, books.block(), balances);
        }
        Map<String, BigInteger> gasWei = new TreeMap<>();
        books.hot()
                .forEach(account -> gasWei.put(
                        account.address(), client.balanceWei(new EvmAddress(account.address()), books.block())));
        List<ChainState.Hot> accounts = hot.since(books, balances);
        stands(books);
        return new ChainState(time, balances, gasWei, accounts);
    }

    private void balances(Asset asset, List<EvmAddress> holders, long block, Map<Holding, BigInteger> balances) {
        for (int from = 0; from < holders.size(); from += EvmClient.BALANCES_MAX) {
            List<EvmAddress> some = holders.subList(from, Math.min(holders.size(), from + EvmClient.BALANCES_MAX));
            List<BigInteger> units = client.tokenBalances(asset.contract(), some, block);
            for (int i = 0; i < some.size(); i++) {
                balances.put(new Holding(some.get(i).value(), asset.contract().value()), units.get(i));
            }
        }
    }

    private Instant stands(Books books) {
        return client.blockByNumber(books.block())
                .filter(block -> block.hash().equals(books.blockHash()))
                .map(Block::timestamp)
                .orElseThrow(() -> new ChainMoved(books.block(), books.blockHash()));
    }
}
