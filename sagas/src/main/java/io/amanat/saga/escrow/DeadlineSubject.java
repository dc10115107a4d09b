package io.amanat.saga.escrow;

/**
 * The payload of every deadline: what it is about, so that a late one does nothing.
 *
 * @param about the payment's id, the dispute's id, or the id of the hand-over's event
 */
record DeadlineSubject(String about) {}
