package io.amanat.app.assembly;

import io.amanat.domain.CommandTargets;
import io.amanat.domain.configuration.ConfigSetting;
import io.amanat.domain.custody.CustodyTransfer;
import io.amanat.domain.custody.DerivedDestination;
import io.amanat.domain.custody.screening.Screening;
import io.amanat.domain.disputes.Dispute;
import io.amanat.domain.escrow.Payment;
import io.amanat.domain.identity.ApiKey;
import io.amanat.domain.identity.PayoutAddress;
import io.amanat.domain.identity.UserAccount;
import io.amanat.domain.marketplace.PurchaseRequest;
import io.amanat.platform.axon.Registrations;
import java.util.List;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every aggregate of the platform. */
@Configuration(proxyBeanMethods = false)
class CommandSideAssembly {
    private static final List<Class<?>> AGGREGATES = List.of(
            PurchaseRequest.class,
            Payment.class,
            Dispute.class,
            DerivedDestination.class,
            CustodyTransfer.class,
            Screening.class,
            ConfigSetting.class,
            UserAccount.class,
            PayoutAddress.class,
            ApiKey.class);

    @Bean
    ConfigurerModule aggregates() {
        CommandTargets targets = new CommandTargets();
        return configurer -> AGGREGATES.forEach(
                type -> Registrations.aggregate(type, targets).configureModule(configurer));
    }
}
