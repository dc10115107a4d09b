package io.amanat.chain.custody;

import io.amanat.chain.asset.AllowedTokens;
import io.amanat.contract.custody.OwnAddresses;
import io.amanat.contract.money.EvmAddress;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Asks the signers, the configured tokens, and the tables of deposit addresses and payouts. Needs no node. An address that is ours on one
 * chain is ours on all: the same key signs for it everywhere.
 */
public final class JdbcOwnAddresses implements OwnAddresses {

    private final List<AllowedTokens> tokens;
    private final List<Signer> signers;
    private final JdbcClient jdbc;

    /** Of the chains whose tokens and hot accounts these are. */
    public JdbcOwnAddresses(List<AllowedTokens> tokens, List<Signer> signers, JdbcClient jdbc) {
        this.tokens = List.copyOf(tokens);
        this.signers = List.copyOf(signers);
        this.jdbc = jdbc;
    }

    @Override
    public boolean ours(EvmAddress address) {
        return signers.stream().anyMatch(signer -> signer.address().equals(address))
                || tokens.stream().anyMatch(chain -> chain.of(address).isPresent())
                || kept(address);
    }

    private boolean kept(EvmAddress address) {
        return jdbc.sql("""
            select exists (select from derivation_indices where address = ?)
                or exists (select from custody_transactions where from_account = ?)\
            """)
                .params(address.value(), address.value())
                .query(Boolean.class)
                .single();
    }
}
