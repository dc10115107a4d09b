package io.amanat.contract.access;

import io.amanat.contract.identity.Role;
import io.amanat.contract.identity.Scope;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The whole API: every endpoint with the roles that may call it and whose things it touches. The web security is built from this
 * table, a test walks it with every role, and the documentation shows it. Roles are enforced before a controller runs; ownership by
 * the aggregates' rules (commands) and by the queries' filters (queries).
 */
public final class AccessTable {
    /** Prefix of every path in the table. */
    public static final String BASE = "/api/v1";

    private static final Set<Role> ALL = Set.of(Role.values());

    /** Accounts and sessions. */
    private static final List<Endpoint> IDENTITY = List.of(
            open("POST", "/users", Ownership.NONE),
            open("POST", "/sessions", Ownership.SELF),
            open("POST", "/sessions/refresh", Ownership.SELF),
            row("DELETE", "/sessions/current", ALL, Ownership.SELF),
            row("GET", "/users/me", ALL, Ownership.SELF),
            row("GET", "/users/me/payout-addresses", ALL, Ownership.SELF),
            row("POST", "/users/me/payout-addresses", Set.of(Role.BUYER, Role.SELLER), Ownership.SELF),
            row("POST", "/users/me/payout-addresses/confirmation", Set.of(Role.BUYER, Role.SELLER), Ownership.SELF),
            row("POST", "/users/me/payout-addresses/withdrawal", Set.of(Role.BUYER, Role.SELLER), Ownership.SELF),
            row("GET", "/users", Set.of(Role.ADMIN), Ownership.NONE),
            row("POST", "/users/{userId}/role", Set.of(Role.ADMIN), Ownership.NONE),
            row("POST", "/users/{userId}/suspension", Set.of(Role.ADMIN), Ownership.NONE),
            row("POST", "/users/{userId}/reinstatement", Set.of(Role.ADMIN), Ownership.NONE),
            row("POST", "/users/{userId}/erasure", Set.of(Role.ADMIN), Ownership.NONE),
            row("GET", "/api-keys", Set.of(Role.ADMIN), Ownership.NONE),
            row("POST", "/api-keys", Set.of(Role.ADMIN), Ownership.NONE),
            row("POST", "/api-keys/{apiKeyId}/revocation", Set.of(Role.ADMIN), Ownership.NONE));

    /** Purchase requests and offers. */
    private static final List<Endpoint> MARKETPLACE = List.of(
            row("POST", "/purchase-requests", Set.of(Role.BUYER), Ownership.SELF),
            row("GET", "/purchase-requests", ALL, Ownership.FILTERED),
            row("GET", "/purchase-requests/{requestId}", ALL, Ownership.VISIBLE_REQUEST),
            row("PUT", "/purchase-requests/{requestId}", Set.of(Role.BUYER), Ownership.BUYER_OF_REQUEST),
            row("POST", "/purchase-requests/{requestId}/withdrawal", Set.of(Role.BUYER), Ownership.BUYER_OF_REQUEST),
            row("POST", "/purchase-requests/{requestId}/offers", Set.of(Role.SELLER), Ownership.SELF),
            row("GET", "/purchase-requests/{requestId}/offers", ALL, Ownership.FILTERED),
            row("GET", "/offers", ALL, Ownership.FILTERED),
            row(
                    "PUT",
                    "/purchase-requests/{requestId}/offers/{offerId}",
                    Set.of(Role.SELLER),
                    Ownership.SELLER_OF_OFFER),
            row(
                    "POST",
                    "/purchase-requests/{requestId}/offers/{offerId}/withdrawal",
                    Set.of(Role.SELLER),
                    Ownership.SELLER_OF_OFFER),
            row(
                    "POST",
                    "/purchase-requests/{requestId}/offers/{offerId}/negotiation",
                    Set.of(Role.BUYER),
                    Ownership.BUYER_OF_REQUEST),
            row(
                    "POST",
                    "/purchase-requests/{requestId}/offers/{offerId}/rejection",
                    Set.of(Role.BUYER),
                    Ownership.BUYER_OF_REQUEST),
            row(
                    "POST",
                    "/purchase-requests/{requestId}/offers/{offerId}/acceptance",
                    Set.of(Role.BUYER),
                    Ownership.BUYER_OF_REQUEST));

    /** Delivery. */
    private static final List<Endpoint> DELIVERY = List.of(
            row("POST", "/purchase-requests/{requestId}/work-start", Set.of(Role.SELLER), Ownership.SELLER_OF_TRADE),
            row("POST", "/purchase-requests/{requestId}/shipment", Set.of(Role.SELLER), Ownership.SELLER_OF_TRADE),
            row("POST", "/purchase-requests/{requestId}/hand-over", Set.of(Role.SELLER), Ownership.SELLER_OF_TRADE),
            row("POST", "/purchase-requests/{requestId}/delivery-code", Set.of(Role.BUYER), Ownership.BUYER_OF_REQUEST),
            row(
                    "POST",
                    "/purchase-requests/{requestId}/delivery-confirmation",
                    Set.of(Role.BUYER),
                    Ownership.BUYER_OF_REQUEST),
            row("GET", "/purchase-requests/{requestId}/timeline", ALL, Ownership.PARTY_OF_TRADE),
            row("GET", "/purchase-requests/{requestId}/timeline/stream", ALL, Ownership.PARTY_OF_TRADE));

    /** Payments and the ledger. */
    private static final List<Endpoint> ESCROW = List.of(
            row("GET", "/assets", ALL, Ownership.NONE),
            row("GET", "/payments", ALL, Ownership.FILTERED),
            row("GET", "/payments/{paymentId}", ALL, Ownership.PARTY_OF_TRADE),
            row("GET", "/payments/{paymentId}/ledger", ALL, Ownership.PARTY_OF_TRADE),
            row("GET", "/payments/{paymentId}/instructions", ALL, Ownership.PARTY_OF_TRADE),
            row("GET", "/payment-providers", ALL, Ownership.NONE),
            row("POST", "/payments/{paymentId}/cancellation", Set.of(Role.BUYER), Ownership.BUYER_OF_REQUEST),
            row("POST", "/payments/{paymentId}/quotes", Set.of(Role.BUYER), Ownership.BUYER_OF_REQUEST),
            row("POST", "/payments/{paymentId}/freeze", Set.of(Role.GUARD), Ownership.NOT_A_PARTY),
            row("POST", "/payments/{paymentId}/unfreeze", Set.of(Role.GUARD), Ownership.NOT_A_PARTY),
            row("POST", "/payments/{paymentId}/disputes", Set.of(Role.BUYER, Role.SELLER), Ownership.PARTY_OF_TRADE),
            row("POST", "/payments/{paymentId}/return-claims", Set.of(Role.BUYER, Role.GUARD), Ownership.NONE),
            row("POST", "/payments/{paymentId}/returns", Set.of(Role.GUARD), Ownership.NOT_A_PARTY),
            open("POST", "/provider-webhooks/{provider}", Ownership.NONE),
            guarded("GET", "/provider-deliveries"),
            guarded("GET", "/provider-payins"),
            row("POST", "/payments/{paymentId}/off-chain-confirmations", Set.of(Role.ADMIN), Ownership.NOT_A_PARTY),
            row(
                    "POST",
                    "/payments/{paymentId}/off-chain-confirmations/{offChainId}/approval",
                    Set.of(Role.GUARD),
                    Ownership.NOT_A_PARTY),
            row(
                    "POST",
                    "/payments/{paymentId}/off-chain-confirmations/{offChainId}/rejection",
                    Set.of(Role.GUARD),
                    Ownership.NOT_A_PARTY),
            row("POST", "/payments/{paymentId}/write-offs", Set.of(Role.ADMIN), Ownership.NOT_A_PARTY),
            row(
                    "POST",
                    "/payments/{paymentId}/write-offs/{writeOffId}/approval",
                    Set.of(Role.GUARD),
                    Ownership.NOT_A_PARTY),
            row(
                    "POST",
                    "/payments/{paymentId}/write-offs/{writeOffId}/rejection",
                    Set.of(Role.GUARD),
                    Ownership.NOT_A_PARTY),
            row("GET", "/ledger/write-offs", Set.of(Role.ADMIN, Role.GUARD), Ownership.NONE),
            row("GET", "/ledger/exposures", Set.of(Role.ADMIN, Role.GUARD), Ownership.NONE),
            row("GET", "/ledger/balances", Set.of(Role.ADMIN, Role.GUARD), Ownership.NONE),
            row("GET", "/ledger/trial-balance", Set.of(Role.ADMIN, Role.GUARD), Ownership.NONE));

    /** Disputes. */
    private static final List<Endpoint> DISPUTES = List.of(
            row("GET", "/disputes", ALL, Ownership.FILTERED),
            row("GET", "/disputes/{disputeId}", ALL, Ownership.PARTY_OF_TRADE),
            row(
                    "POST",
                    "/disputes/{disputeId}/evidence",
                    Set.of(Role.BUYER, Role.SELLER, Role.RESOLVER),
                    Ownership.PARTY_OF_TRADE),
            row(
                    "POST",
                    "/disputes/{disputeId}/timeline-entries",
                    Set.of(Role.BUYER, Role.SELLER, Role.RESOLVER),
                    Ownership.PARTY_OF_TRADE),
            row("POST", "/disputes/{disputeId}/resolution", Set.of(Role.RESOLVER), Ownership.NOT_A_PARTY));

    /** Custody. */
    private static final List<Endpoint> CUSTODY = List.of(
            row("GET", "/custody-transfers", ALL, Ownership.FILTERED),
            row("GET", "/custody-transfers/{transferId}", ALL, Ownership.PARTY_OF_TRADE),
            row("POST", "/custody-transfers/{transferId}/approval", Set.of(Role.GUARD), Ownership.NOT_A_PARTY),
            row("POST", "/custody-transfers/{transferId}/hold", Set.of(Role.GUARD), Ownership.NOT_A_PARTY),
            row("POST", "/custody-transfers/{transferId}/retry", Set.of(Role.GUARD), Ownership.NOT_A_PARTY),
            row("POST", "/custody-transfers/{transferId}/redirection", Set.of(Role.GUARD), Ownership.NOT_A_PARTY),
            row("POST", "/custody-transfers/{transferId}/acceptance", Set.of(Role.GUARD), Ownership.NOT_A_PARTY),
            row("GET", "/parked-custody-steps", Set.of(Role.ADMIN, Role.GUARD), Ownership.NONE),
            row("POST", "/parked-custody-steps/{stepId}/retry", Set.of(Role.GUARD), Ownership.NOT_A_PARTY),
            row("GET", "/destinations", Set.of(Role.ADMIN, Role.GUARD), Ownership.NONE),
            row("POST", "/destinations/{destinationId}/quarantine", Set.of(Role.GUARD), Ownership.NONE));

    /** Deposits that are collected into custody. */
    private static final List<Endpoint> SWEEPS = List.of(
            row("GET", "/sweep-batches", Set.of(Role.ADMIN, Role.GUARD), Ownership.NONE),
            row("POST", "/sweep-batches", Set.of(Role.ADMIN), Ownership.NONE),
            row("GET", "/sweep-batches/{batchId}", Set.of(Role.ADMIN, Role.GUARD), Ownership.NONE),
            row("POST", "/sweep-batches/{batchId}/approval", Set.of(Role.GUARD), Ownership.NONE),
            row("POST", "/sweep-batches/{batchId}/cancellation", Set.of(Role.ADMIN, Role.GUARD), Ownership.NONE),
            row("POST", "/sweep-batches/{batchId}/signed-transactions", Set.of(Role.ADMIN), Ownership.NONE));

    /** The safety check of money that arrives. */
    private static final List<Endpoint> SCREENING = List.of(
            row("GET", "/transfer-screenings", Set.of(Role.ADMIN, Role.GUARD), Ownership.NONE),
            row("GET", "/transfer-screenings/{screeningId}", Set.of(Role.ADMIN, Role.GUARD), Ownership.NONE),
            row(
                    "GET",
                    "/transfer-screenings/{screeningId}/re-evaluation",
                    Set.of(Role.ADMIN, Role.GUARD),
                    Ownership.NONE),
            row("POST", "/transfer-screenings/{screeningId}/clearance", Set.of(Role.GUARD), Ownership.NOT_A_PARTY),
            row("POST", "/transfer-screenings/{screeningId}/rejection", Set.of(Role.GUARD), Ownership.NOT_A_PARTY),
            row("POST", "/address-lists", Set.of(Role.ADMIN), Ownership.NONE));

    /** Audit. */
    private static final List<Endpoint> AUDIT = List.of(
            audit("GET", "/audit/events"),
            audit("GET", "/audit/events.ndjson"),
            audit("GET", "/audit/aggregates/{aggregateId}/events"),
            audit("GET", "/audit/trades/{requestId}/events"),
            audit("GET", "/audit/trades/{requestId}/state"));

    /** The read tables. */
    private static final List<Endpoint> PROJECTIONS = List.of(
            audit("GET", "/projections"),
            audit("GET", "/projections/dead-letters"),
            row("POST", "/projections/dead-letters/{sequence}/retry", Set.of(Role.ADMIN), Ownership.NONE));

    /** Work on the read tables: rebuilds, replays, looks at the past. */
    private static final List<Endpoint> PROJECTION_JOBS = List.of(
            audit("GET", "/projection-jobs"),
            row("POST", "/projection-jobs", Set.of(Role.ADMIN), Ownership.NONE),
            audit("GET", "/projection-jobs/{jobId}"),
            audit("GET", "/projection-jobs/{jobId}/stream"),
            audit("GET", "/projection-jobs/{jobId}/tables"),
            audit("GET", "/projection-jobs/{jobId}/tables/{table}"),
            row("POST", "/projection-jobs/{jobId}/cancellation", Set.of(Role.ADMIN), Ownership.NONE),
            row("POST", "/projection-jobs/{jobId}/discard", Set.of(Role.ADMIN), Ownership.NONE));

    /** Books against chain, and the proof that what is owed is there. */
    private static final List<Endpoint> RECONCILIATION = List.of(
            row("POST", "/reconciliations", Set.of(Role.ADMIN), Ownership.NONE),
            audit("GET", "/reconciliations"),
            audit("GET", "/reconciliations/{reportId}"),
            published("GET", "/solvency-proofs"),
            published("GET", "/solvency-proofs/{proofId}"),
            new Endpoint(
                    "GET",
                    BASE + "/payments/{paymentId}/inclusion-proofs",
                    Set.of(Role.BUYER, Role.SELLER, Role.ADMIN),
                    Ownership.PARTY_OF_TRADE,
                    Scope.AUDIT_READ,
                    false));

    /** What can be set while the platform runs. */
    private static final List<Endpoint> CONFIGURATION = List.of(
            audit("GET", "/config-settings"),
            audit("GET", "/config-settings/{key}"),
            audit("GET", "/config-settings/{key}/history"),
            row("PUT", "/config-settings/{key}", Set.of(Role.ADMIN), Ownership.NONE));

    private AccessTable() {}

    /** Every endpoint, grouped by context. */
    public static List<Endpoint> endpoints() {
        return Stream.of(
                        IDENTITY,
                        MARKETPLACE,
                        DELIVERY,
                        ESCROW,
                        DISPUTES,
                        CUSTODY,
                        SWEEPS,
                        SCREENING,
                        AUDIT,
                        PROJECTIONS,
                        PROJECTION_JOBS,
                        RECONCILIATION,
                        CONFIGURATION)
                .flatMap(List::stream)
                .toList();
    }

    private static Endpoint open(String method, String path, Ownership ownership) {
        return new Endpoint(method, BASE + path, Set.of(), ownership, null, true);
    }

    private static Endpoint row(String method, String path, Set<Role> roles, Ownership ownership) {
        return new Endpoint(method, BASE + path, roles, ownership, null, false);
    }

    private static Endpoint published(String method, String path) {
        return new Endpoint(method, BASE + path, ALL, Ownership.NONE, Scope.AUDIT_READ, false);
    }

    private static Endpoint guarded(String method, String path) {
        return new Endpoint(
                method, BASE + path, Set.of(Role.ADMIN, Role.GUARD), Ownership.NONE, Scope.AUDIT_READ, false);
    }

    private static Endpoint audit(String method, String path) {
        return new Endpoint(method, BASE + path, Set.of(Role.ADMIN), Ownership.NONE, Scope.AUDIT_READ, false);
    }
}
