package io.amanat.query.marketplace;

import io.amanat.contract.WireEnum;
import io.amanat.contract.access.Caller;
import io.amanat.query.jpa.Where;
import java.util.UUID;
import org.springframework.data.jpa.domain.Specification;

/** On which side of a request the caller stands: what they asked for, or what they offered on. */
enum Side implements WireEnum {
    BUYER,
    SELLER;

    Specification<RequestRow> of(Caller caller) {
        UUID me = caller.requireUserId().value();
        return switch (this) {
            case BUYER -> Where.is("buyerId", me);
            case SELLER -> Where.<RequestRow>is("sellerId", me).or(Visibility.offeredBy(me));
        };
    }
}
