package io.amanat.chain;

import io.amanat.chain.ChainSettings.Keystore;
import io.amanat.chain.asset.AllowedTokens;
import io.amanat.chain.asset.ChainMisconfigured;
import io.amanat.chain.custody.KeystoreSigner;
import io.amanat.chain.custody.Signer;
import io.amanat.contract.money.Asset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * All chains on which money is taken and paid out, the first one first. That a chain is in here says nothing about its node: {@link Nodes}.
 */
public record Chains(List<Chain> all) {

    /** Refuses none, and a chain that is configured twice. */
    public Chains {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new ChainMisconfigured("No chain is configured.");
        }
        Set<Long> ids = new HashSet<>();
        for (Chain chain : all) {
            if (!ids.add(chain.id())) {
                throw new ChainMisconfigured(
                        "Chain " + chain.id() + " is configured twice: set amanat.chains[n].chain-id.");
            }
        }
    }

    static Chains of(ChainSettings first, MoreChains more) {
        Map<Path, Signer> opened = new HashMap<>();
        List<Chain> all = new ArrayList<>();
        all.add(chain(first, opened));
        more.chains().forEach(settings -> all.add(chain(settings.after(first), opened)));
        return new Chains(all);
    }

    private static Chain chain(ChainSettings settings, Map<Path, Signer> opened) {
        List<Signer> signers = settings.keystores().stream()
                .map(keystore -> opened.computeIfAbsent(
                        keystore.keystore().toAbsolutePath().normalize(), _ -> open(keystore)))
                .distinct()
                .toList();
        return new Chain(settings, settings.allowedTokens(), signers);
    }

    private static Signer open(Keystore keystore) {
        return KeystoreSigner.openOrCreate(keystore.keystore(), keystore.password());
    }

    public Chain first() {
        return all.getFirst();
    }

    public Optional<Chain> of(long chainId) {
        return all.stream().filter(chain -> chain.id() == chainId).findFirst();
    }

    /** Something of each chain, in their order, under its id as text. */
    public <T> Map<String, T> byId(Function<Chain, T> something) {
        Map<String, T> found = new LinkedHashMap<>();
        all.forEach(chain -> found.put(String.valueOf(chain.id()), something.apply(chain)));
        return found;
    }

    /** The tokens of all chains, in the operator's order. */
    public List<Asset> assets() {
        return all.stream().flatMap(chain -> chain.tokens().assets().stream()).toList();
    }

    /**
     * One of them.
     *
     * @param signers its hot accounts, in the order in which they are preferred; another chain may have the same
     */
    public record Chain(ChainSettings settings, AllowedTokens tokens, List<Signer> signers) {
        public Chain {
            signers = List.copyOf(signers);
        }

        public long id() {
            return tokens.chainId();
        }
    }
}
