package io.amanat.chain.evm;

import io.amanat.contract.money.EvmAddress;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.web3j.protocol.core.methods.response.EthBlock;
import org.web3j.protocol.core.methods.response.EthGetTransactionReceipt;
import org.web3j.protocol.core.methods.response.EthLog;
import org.web3j.protocol.core.methods.response.TransactionReceipt;
import org.web3j.utils.Numeric;

/**
 * Asks one EVM node, over HTTP with a bounded wait. Thread-safe.
 *
 * <p>Every method throws {@link NodeUnavailable} if no answer came in time and {@link NodeRefused} if the node answered with an error.
 * Amounts are in the smallest unit. An answer is one node's opinion of this moment: two calls
 * may see different heads, and a block may be gone later.
 */
public final class EvmClient implements AutoCloseable {

    /** The widest range that {@link #transfers} takes, in blocks; many nodes truncate or refuse wider ones. */
    public static final int LOG_RANGE_BLOCKS_MAX = 1_000;

    /** The most recipients that one question for transfers may name. */
    public static final int RECIPIENTS_MAX = 500;

    /** The most balances that one request may ask for. */
    public static final int BALANCES_MAX = 200;

    private final JsonRpc rpc;

    /**
     * A client of one endpoint; connects when first asked.
     *
     * @param url of the JSON-RPC endpoint; never shown, since it may hold a secret
     * @param callTimeout the longest that one call may take, connecting included
     */
    public EvmClient(String url, Duration callTimeout) {
        this.rpc = new JsonRpc(url, callTimeout);
    }

    public long chainId() {
        return quantity("eth_chainId").longValueExact();
    }

    /** Name and version as the node gives them, for people. */
    public String clientVersion() {
        return rpc.ask(Answer.Text.class, "web3_clientVersion");
    }

    /** The number of the newest block. */
    public long headNumber() {
        return quantity("eth_blockNumber").longValueExact();
    }

    public Block head() {
        return block("latest").orElseThrow(() -> new NodeUnavailable("eth_getBlockByNumber", "no latest block"));
    }

    /** Empty if the node has no block of this number (yet). */
    public Optional<Block> blockByNumber(long number) {
        return block(Answer.hex(number));
    }

    /** Empty if the node does not know this block, or has dropped it in a reorg (not all nodes forget). */
    public Optional<Block> blockByHash(String hash) {
        return Answer.block(rpc.send(EthBlock.class, "eth_getBlockByHash", hash, false));
    }

    /**
     * The ERC-20 transfers of these contracts in blocks {@code from} to {@code to}, both included, in chain order.
     *
     * @param tokens not empty: a symbol is never enough
     * @param recipients only transfers to these; empty means to anybody
     * @throws IllegalArgumentException if the range or the recipients are more than one question may hold
     */
    public List<TokenTransfer> transfers(
            long from, long to, Collection<EvmAddress> tokens, Collection<EvmAddress> recipients) {
        return Answer.transfers(rpc.send(EthLog.class, "eth_getLogs", LogFilter.ofRange(from, to, tokens, recipients)));
    }

    /** As {@link #transfers}, but those from these senders, to whomever. */
    public List<TokenTransfer> transfersFrom(
            long from, long to, Collection<EvmAddress> tokens, Collection<EvmAddress> senders) {
        return Answer.transfers(rpc.send(EthLog.class, "eth_getLogs", LogFilter.ofSenders(from, to, tokens, senders)));
    }

    /**
     * The same for one block, by its hash: what a reorg cannot mix up.
     *
     * @throws NodeRefused if the node does not know the block; some nodes answer with an empty list instead
     */
    public List<TokenTransfer> transfersInBlock(
            String blockHash, Collection<EvmAddress> tokens, Collection<EvmAddress> recipients) {
        return Answer.transfers(
                rpc.send(EthLog.class, "eth_getLogs", LogFilter.ofBlock(blockHash, tokens, recipients)));
    }

    /** Everything of one block, to see whether a filter's answer is complete; empty if the node has no such method. */
    public Optional<BlockReceipts> receiptsOf(String blockHash) {
        return BlockReceipts.ask(rpc, blockHash);
    }

    /**
     * The ERC-20 transfers of whatever contract in blocks {@code from} to {@code to}, both included. Anybody can make such a log: it is
     * no money because of that.
     *
     * @param recipients not empty
     * @throws IllegalArgumentException if the range or the recipients are more than one question may hold
     */
    public List<TokenTransfer> transfersOfAnyToken(long from, long to, Collection<EvmAddress> recipients) {
        return Answer.transfers(rpc.send(EthLog.class, "eth_getLogs", LogFilter.ofAnyToken(from, to, recipients)));
    }

    /** What the successful transactions of a block carry of the chain's own coin to one of {@code recipients}. */
    public List<NativeTransfer> nativeTransfers(long blockNumber, Set<EvmAddress> recipients) {
        List<NativeTransfer> sent =
                Answer.values(rpc.send(EthBlock.class, "eth_getBlockByNumber", Answer.hex(blockNumber), true));
        return sent.stream()
                .filter(transfer -> recipients.contains(transfer.to()))
                .filter(transfer -> receipt(transfer.transactionHash()).stream().anyMatch(Receipt::succeeded))
                .toList();
    }

    /** Empty while the transaction is not mined, and again after a reorg dropped it. */
    public Optional<Receipt> receipt(String transactionHash) {
        @Nullable
        TransactionReceipt receipt = rpc.send(
                        EthGetTransactionReceipt.class, "eth_getTransactionReceipt", transactionHash)
                .getResult();
        return Optional.ofNullable(receipt).map(Answer::receipt);
    }

    /** True if the node has the transaction, mined or waiting. */
    public boolean knowsTransaction(String transactionHash) {
        return rpc.send(Answer.Any.class, "eth_getTransactionByHash", transactionHash)
                        .getResult()
                != null;
    }

    /** How many transactions of this account are mined: its next nonce, if none is waiting. */
    public long minedNonce(EvmAddress account) {
        return quantity("eth_getTransactionCount", account.value(), "latest").longValueExact();
    }

    /** How many were mined up to this block, it included. A node that forgets old states refuses. */
    public long minedNonceAt(EvmAddress account, long blockNumber) {
        return quantity("eth_getTransactionCount", account.value(), Answer.hex(blockNumber))
                .longValueExact();
    }

    /** The same with the waiting ones counted, as far as this node knows them. */
    public long pendingNonce(EvmAddress account) {
        return quantity("eth_getTransactionCount", account.value(), "pending").longValueExact();
    }

    /** Of the native coin, in wei. */
    public BigInteger balanceWei(EvmAddress account) {
        return quantity("eth_getBalance", account.value(), "latest");
    }

    /** True if a contract stands at the address. */
    public boolean hasCode(EvmAddress address) {
        return rpc.ask(Answer.Text.class, "eth_getCode", address.value(), "latest")
                        .length()
                > "0x".length();
    }

    public FeeQuote fees() {
        BigInteger tip = quantity("eth_maxPriorityFeePerGas");
        EthBlock.Block latest = rpc.ask(EthBlock.class, "eth_getBlockByNumber", "latest", false);
        return new FeeQuote(latest.getBaseFeePerGas().shiftLeft(1).add(tip), tip);
    }

    /**
     * The gas a call would use now.
     *
     * @throws NodeRefused if the call would be reverted now, with the contract's reason as the node words it
     */
    public BigInteger estimateGas(EvmAddress from, EvmAddress to, String data) {
        return quantity("eth_estimateGas", new Call(from.value(), to.value(), data));
    }

    /**
     * Tries a token transfer on the newest block; sends nothing.
     *
     * @throws NodeRefused if it would be reverted
     */
    public TrialTransfer tryTransfer(EvmAddress token, EvmAddress from, EvmAddress to, BigInteger amount) {
        return TrialRuns.transfer(rpc, token, from, to, amount);
    }

    public BigInteger tokenBalance(EvmAddress token, EvmAddress holder) {
        return Numeric.toBigInt(word(token, Erc20.balanceOf(holder)));
    }

    /**
     * After the transactions of this block.
     *
     * @throws NodeRefused if the node does not keep the state of this block any more
     */
    public BigInteger tokenBalanceAt(EvmAddress token, EvmAddress holder, long blockNumber) {
        String result = rpc.ask(
                Answer.Text.class,
                "eth_call",
                new Call(null, token.value(), Erc20.balanceOf(holder)),
                Answer.hex(blockNumber));
        return result.equals("0x") ? BigInteger.ZERO : Numeric.toBigInt(result);
    }

    /**
     * Balances of one token at one block, in the order of the holders, in one HTTP request. The block is named by its number: ask for
     * its hash before and after, if it must be a certain one. A node may have forgotten the state of old blocks.
     *
     * @param holders at most {@link #BALANCES_MAX}
     */
    public List<BigInteger> tokenBalances(EvmAddress token, List<EvmAddress> holders, long block) {
        if (holders.size() > BALANCES_MAX) {
            throw new IllegalArgumentException(holders.size() + " holders are more than " + BALANCES_MAX);
        }
        if (holders.isEmpty()) {
            return List.of();
        }
        List<List<Object>> questions = new ArrayList<>();
        for (EvmAddress holder : holders) {
            questions.add(List.of(new Call(null, token.value(), Erc20.balanceOf(holder)), Answer.hex(block)));
        }
        return rpc.batch("eth_call", questions).stream()
                .map(result -> Numeric.toBigInt(requireWord(result, token)))
                .toList();
    }

    /** Of the native coin at one block, in wei. */
    public BigInteger balanceWei(EvmAddress account, long block) {
        return quantity("eth_getBalance", account.value(), Answer.hex(block));
    }

    public int tokenDecimals(EvmAddress token) {
        return Numeric.toBigInt(word(token, Erc20.decimals())).intValueExact();
    }

    /** What the contract calls itself. Anybody can call theirs the same: never decide by it. */
    public String tokenSymbol(EvmAddress token) {
        return Erc20.text(call(token, Erc20.symbol()));
    }

    /**
     * Hands a signed transaction to the node. Sending the same bytes again is harmless.
     *
     * @param signedHex the signed bytes, hex with 0x
     * @throws NodeUnavailable if nobody knows whether it was taken: look for it by its hash, or send the same bytes again
     * @throws NodeRefused for every other reason than those of {@link SendOutcome}
     */
    public SendOutcome send(String signedHex) {
        try {
            rpc.ask(Answer.Text.class, "eth_sendRawTransaction", signedHex);
            return SendOutcome.ACCEPTED;
        } catch (NodeRefused refused) {
            return SendRefusals.outcomeOf(refused).orElseThrow(() -> refused);
        }
    }

    @Override
    public void close() {
        rpc.close();
    }

    private Optional<Block> block(String numberOrTag) {
        return Answer.block(rpc.send(EthBlock.class, "eth_getBlockByNumber", numberOrTag, false));
    }

    private BigInteger quantity(String method, Object... parameters) {
        return Numeric.toBigInt(rpc.ask(Answer.Text.class, method, parameters));
    }

    private String call(EvmAddress to, String data) {
        return rpc.ask(Answer.Text.class, "eth_call", new Call(null, to.value(), data), "latest");
    }

    private String word(EvmAddress to, String data) {
        return requireWord(call(to, data), to);
    }

    private static String requireWord(String result, EvmAddress contract) {
        if (result.length() != 66) {
            throw new NodeRefused("eth_call", 0, "no ERC-20 contract answers at " + contract);
        }
        return result;
    }

    private record Call(@Nullable String from, String to, String data) {}
}
