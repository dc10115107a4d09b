package io.amanat.app.assembly;

import io.amanat.api.custody.AddressListAnswer;
import io.amanat.api.custody.AddressListImport;
import io.amanat.api.escrow.AllowedAssets;
import io.amanat.app.start.Foundations;
import io.amanat.chain.ChainSettings;
import io.amanat.chain.RpcEndpoint;
import io.amanat.chain.asset.AllowedTokens;
import io.amanat.chain.custody.Signer;
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
    /** The configured node, or the local chain, whose custody account is endowed here. */
    @Bean
    @Conditional(ThereIsAChain.class)
    RpcEndpoint rpcEndpoint(ChainSettings settings, Foundations foundations, Signer signer) {
        foundations.localChain().ifPresent(chain -> chain.endow(signer.address()));
        String url =
                foundations.localChain().map(LocalChain::rpcUrl).orElseGet(() -> String.valueOf(settings.rpcUrl()));
        return new RpcEndpoint(url, settings.chainId());
    }

    @Bean
    AllowedAssets allowedAssets(AllowedTokens tokens) {
        return tokens::assets;
    }

    @Bean
    AssetCatalogue assetCatalogue(AllowedTokens tokens, ChainSettings settings) {
        return () -> tokens.assets().stream()
                .map(asset -> new AssetCatalogue.TakenAsset(asset, settings.confirmations()))
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
