package io.amanat.saga.escrow;

import java.time.Instant;

/**
 * A deadline that is running.
 *
 * @param deadlineId by which it is cancelled
 * @param due when the thing waited for must have happened; the deadline itself may be repeated a little later
 */
record Wait(String deadlineId, DeadlineSubject subject, Instant due) {}
