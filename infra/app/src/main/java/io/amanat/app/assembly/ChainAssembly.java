package io.amanat.app.assembly;

import io.amanat.api.custody.AddressListAnswer;
import io.amanat.api.custody.AddressListImport;
import io.amanat.api.escrow.AllowedAssets;
import io.amanat.app.start.Foundations;
import io.amanat.chain.ChainSettings;
import io.amanat.chain.Chains;
import io.amanat.chain.RpcEndpoint;
import io.amanat.chain.Thresholds;
import io.amanat.chain.local.LocalChain;
import io.amanat.chain.screening.AddressLists;
import io.amanat.domain.custody.ApprovalPolicy;
import io.amanat.query.escrow.AssetCatalogue;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Which node is asked, which tokens are taken, and what goes out without a guard. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CustodySettings.class)
class ChainAssembly {
    /** The configured node, or the local chain, whose hot accounts are endowed here. */
    @Bean
    @Conditional(ThereIsAChain.class)
    RpcEndpoint rpcEndpoint(Chains chains, Foundations foundations) {
        ChainSettings settings = chains.first().settings();
        foundations
                .localChain()
                .ifPresent(chain -> chains.first().signers().forEach(signer -> chain.endow(signer.address())));
        String url =
                foundations.localChain().map(LocalChain::rpcUrl).orElseGet(() -> String.valueOf(settings.rpcUrl()));
        return new RpcEndpoint(url, settings.chainId());
    }

    @Bean
    AllowedAssets allowedAssets(Chains chains) {
        return chains::assets;
    }

    @Bean
    AssetCatalogue assetCatalogue(Chains chains, Thresholds thresholds) {
        return () -> chains.all().stream()
                .flatMap(chain -> {
                    int required = thresholds.of(chain);
                    return chain.tokens().assets().stream()
                            .map(asset -> new AssetCatalogue.TakenAsset(asset, required));
                })
                .toList();
    }

    @Bean
    AddressListImport addressListImport(AddressLists lists) {
        return (list, by) -> {
            AddressLists.Imported imported = lists.take(list, by);
            return new AddressListAnswer(imported.version(), imported.entries());
        };
    }

    @Bean
    ApprovalPolicy approvalPolicy(CustodySettings settings) {
        return new ApprovalPolicy(settings.guardAbove(), settings.twoGuardsAbove());
    }
}
