package io.amanat.chain.sweep;

import io.amanat.chain.custody.InMemorySigner;
import io.amanat.chain.custody.Signer;
import io.amanat.chain.evm.TokenTransfer;
import io.amanat.chain.testing.OddToken;
import io.amanat.chain.testing.SentCommands;
import io.amanat.chain.testing.TestChain;
import io.amanat.contract.custody.DestinationCommand.RecordSweep;
import io.amanat.contract.custody.Sweeps.Handed;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import io.amanat.testkit.TestDatabase;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.web3j.crypto.Bip32ECKeyPair;
import org.web3j.crypto.Credentials;

/** A hot account and deposit addresses of an operator's seed on the real chain; what the watcher knows of them is in the tables. */
final class SweepScene {

    final TestChain chain = TestChain.shared();
    final SentCommands sent = new SentCommands();
    final Signer hot = new InMemorySigner(Credentials.create(TestSweeps.hex(random(32))));
    final OddToken oddToken = OddToken.deploy(chain, 18);
    final Asset usdc = new Asset(TestSweeps.CHAIN, chain.usdc(), Currency.USDC, 6);
    final Asset usdt = new Asset(TestSweeps.CHAIN, chain.usdt(), Currency.USDT, 6);
    final Asset odd = new Asset(TestSweeps.CHAIN, oddToken.address(), Currency.USDT, 18);
    final JdbcClient jdbc;
    final TestSweeps sweeps;

    /** In the device. The server has only what it derives from the public key. */
    private final Bip32ECKeyPair seed = Bip32ECKeyPair.generateKeyPair(random(64));

    private int index;

    SweepScene(TestDatabase database) {
        jdbc = database.jdbc();
        sweeps = new TestSweeps(database.app(), List.of(usdc, usdt, odd), hot, sent);
        chain.endow(hot.address());
    }

    /** The key of a path, as the device finds it. */
    Credentials key(String path) {
        int[] steps = Arrays.stream(path.split("/"))
                .skip(1)
                .mapToInt(step -> step.endsWith("'")
                        ? Integer.parseInt(step.substring(0, step.length() - 1)) | Bip32ECKeyPair.HARDENED_BIT
                        : Integer.parseInt(step))
                .toArray();
        return Credentials.create(Bip32ECKeyPair.deriveKeyPair(seed, steps));
    }

    List<Handed> signed(List<TestSweeps.Offered> offered) {
        return offered.stream()
                .map(one -> TestSweeps.signed(one, key(one.path())))
                .toList();
    }

    /** An address that was handed out for a payment. */
    EvmAddress address() {
        int next = index++;
        EvmAddress address = new EvmAddress(key("m/44'/60'/0'/0/" + next).getAddress());
        jdbc.sql("""
            insert into derivation_indices (payment_id, request_id, chain_id, account_xpub_fingerprint, derivation_index, address)
            values (?, ?, ?, 'abcd1234', ?, ?)\
            """)
                .params(UUID.randomUUID(), UUID.randomUUID(), TestSweeps.CHAIN, next, address.value())
                .update();
        return address;
    }

    /** Whole tokens arrive, and the watcher has credited them. */
    void deposit(EvmAddress to, Asset asset, long tokens) {
        depositUnits(to, asset, wholes(asset, tokens));
    }

    void depositUnits(EvmAddress to, Asset asset, BigInteger units) {
        if (asset.equals(odd)) {
            oddToken.mint(to, units);
        } else {
            chain.pay(asset.contract(), to, units);
        }
        long block = chain.client().headNumber();
        TokenTransfer transfer = chain.client()
                .transfers(block, block, List.of(asset.contract()), List.of(to))
                .getFirst();
        jdbc.sql("""
            insert into chain_observations (chain_id, tx_hash, log_index, block_number, block_hash, block_time, token,
                from_address, to_address, amount, state) values (?, ?, ?, ?, ?, now(), ?, ?, ?, ?, 'confirmed')\
            """)
                .params(
                        TestSweeps.CHAIN,
                        transfer.transactionHash(),
                        transfer.logIndex(),
                        transfer.blockNumber(),
                        transfer.blockHash(),
                        transfer.token().value(),
                        transfer.from().value(),
                        to.value(),
                        new BigDecimal(units))
                .update();
    }

    /** Planned, approved, given gas, offered. */
    UUID prepared() {
        UUID batch = sweeps.plan();
        sweeps.approve(batch);
        sweeps.prepared(batch);
        return batch;
    }

    BigInteger balance(Asset asset, EvmAddress holder) {
        return chain.client().tokenBalance(asset.contract(), holder);
    }

    BigInteger wholes(Asset asset, long tokens) {
        return BigInteger.TEN.pow(asset.decimals()).multiply(BigInteger.valueOf(tokens));
    }

    /** In whole tokens, of which destinations were told. */
    List<String> recorded() {
        return sent.all(RecordSweep.class).stream()
                .map(record ->
                        record.amount().units().divide(wholes(record.amount().asset(), 1)) + " "
                                + record.amount().asset().currency())
                .sorted()
                .toList();
    }

    List<String> states(UUID batch) {
        return jdbc.sql("""
            select state || coalesce(' ' || failure, '') from sweep_transactions where batch_id = ?
            order by from_address, token\
            """).param(batch).query(String.class).list();
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return random;
    }
}
