package io.amanat.app.assembly;

import io.amanat.contract.CommandSender;
import io.amanat.contract.custody.ParkedSteps;
import io.amanat.platform.axon.Registrations;
import io.amanat.saga.custody.CustodyDispatch;
import io.amanat.saga.custody.StrayReturns;
import io.amanat.saga.escrow.EscrowSaga;
import io.amanat.saga.port.CustodyGateway;
import io.amanat.saga.port.EscrowPolicy;
import org.axonframework.config.ConfigurerModule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The process managers and the terms on which they open escrows. */
@Configuration(proxyBeanMethods = false)
class SagaAssembly {
    @Bean
    ConfigurerModule escrowSaga() {
        return Registrations.saga(EscrowSaga.class);
    }

    @Bean
    ConfigurerModule custodyDispatch(CustodyGateway gateway) {
        return Registrations.eventHandler(new CustodyDispatch(gateway));
    }

    @Bean
    ConfigurerModule strayReturns(ObjectProvider<CommandSender> sender, ParkedSteps parked) {
        // asked for when there is something to send: the sender needs the configuration that this is a part of
        return Registrations.eventHandler(
                new StrayReturns((command, origin) -> sender.getObject().send(command, origin), parked));
    }

    @Bean
    EscrowPolicy escrowPolicy(EscrowSettings settings) {
        return new EscrowPolicy(
                settings.paymentWindow(),
                settings.inspectionWindow(),
                settings.disputeResponseWindow(),
                settings.platformFeeBps(),
                settings.toleranceBps());
    }
}
