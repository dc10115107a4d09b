package io.amanat.query.escrow;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface LedgerEntryRows extends Repository<LedgerEntryRow, UUID> {
    List<LedgerEntryRow> findByPaymentIdOrderByPositionAscOrdinalAsc(UUID paymentId);
}
