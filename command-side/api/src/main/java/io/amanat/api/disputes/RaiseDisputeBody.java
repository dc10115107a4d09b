package io.amanat.api.disputes;

import io.amanat.api.validation.Text;
import io.amanat.api.validation.Wire;
import io.amanat.contract.disputes.DisputeCategory;

record RaiseDisputeBody(
        @Wire(DisputeCategory.class) String category,
        @Text(max = 5000, lines = true) String reason) {}
