package io.amanat.chain.custody;

import io.amanat.chain.asset.AllowedTokens;
import io.amanat.contract.custody.OwnAddresses;
import io.amanat.contract.money.EvmAddress;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks the signer, the configured tokens, and the tables of deposit addresses and payouts. Needs no node. */
public final class JdbcOwnAddresses implements OwnAddresses {

    private final AllowedTokens tokens;
    private final Signer signer;
    private final JdbcClient jdbc;

    public JdbcOwnAddresses(AllowedTokens tokens, Signer signer, JdbcClient jdbc) {
        this.tokens = tokens;
        this.signer = signer;
        this.jdbc = jdbc;
    }

    @Override
    public boolean ours(EvmAddress address) {
        return address.equals(signer.address()) || tokens.of(address).isPresent() || kept(address);
    }

    private boolean kept(EvmAddress address) {
        return jdbc.sql("""
            select exists (select from derivation_indices where address = ?)
                or exists (select from custody_transactions where chain_id = ? and from_account = ?)\
            """)
                .params(address.value(), tokens.chainId(), address.value())
                .query(Boolean.class)
                .single();
    }
}
