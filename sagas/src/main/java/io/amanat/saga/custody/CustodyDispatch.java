package io.amanat.saga.custody;

import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferApproved;
import io.amanat.saga.port.CustodyGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/**
 * An approved custody transfer goes out. It goes to the gateway again when the event comes again; the gateway knows it by its id and
 * attempt. When the gateway cannot take it over, the event is retried.
 */
@ProcessingGroup("custody")
@DisallowReplay
public final class CustodyDispatch {
    private final CustodyGateway gateway;

    public CustodyDispatch(CustodyGateway gateway) {
        this.gateway = gateway;
    }

    @EventHandler
    void on(CustodyTransferApproved event) {
        gateway.submit(event.transferId(), event.attempt(), event.instruction());
    }
}
