/**
 * A request sent twice has one effect and one answer.
 *
 * <p>A client may send {@code Idempotency-Key} with every POST and PUT, and has to where money moves. Keys belong to the client: the
 * person, or the address where no token is needed. What the answer was stands in {@code idempotency_keys} for a day by default:
 *
 * <ul>
 *   <li>the same request again: the same answer, success or refusal, with {@code Idempotency-Hit: true};
 *   <li>another method, path or body under the same key: 422 {@code idempotency-key-reused};
 *   <li>while the first still runs: 409 {@code idempotency-key-in-progress} with {@code Retry-After}. The first holds a lease; when it
 *       has crashed the lease runs out and the next try takes over. New ids are derived from the key, so that both tries mean the same
 *       thing and the aggregate recognises it;
 *   <li>a server error (5xx), a throttled request (429) or a time-out is not kept: it may be tried again under the same key.
 * </ul>
 *
 * <p>Answers that carry a secret (tokens, a delivery code, an API key) are never kept. There the key still derives ids, and the request
 * runs again: a log-in makes another session, a delivery code replaces the one before, an API key that was shown once is refused.
 */
@NullMarked
package io.amanat.api.idempotency;

import org.jspecify.annotations.NullMarked;
