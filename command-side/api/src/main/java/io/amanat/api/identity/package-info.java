/**
 * Accounts, sessions and API keys over HTTP, and the state tables behind them.
 *
 * <p><b>What is where.</b> That somebody registered, was suspended or erased are events. What they log in with is state:
 * {@code user_credentials} (the e-mail address only as a keyed hash), {@code user_refresh_tokens} and {@code api_keys} (only hashes).
 * A command and the rows beside it commit in one transaction when the event log is in the same database, as it is by default.
 *
 * <p><b>An address that is taken</b> is answered with 409 {@code email-taken}. There is no mail with which a silent answer could be told
 * to its owner, and a person who cannot tell a typing error from success is worse off; guessing is throttled per address of the client.
 *
 * <p><b>Log-in.</b> An unknown address costs as much time as a wrong password and gets the same answer, and so does a locked account.
 *
 * <p><b>Sessions.</b> A log-in is a family of refresh tokens of which only the newest is good. An older one that comes back means that two
 * have it: the whole family ends. That includes the client that lost an answer on the way; it logs in again.
 *
 * <p><b>Erasure</b> is allowed while a trade is open: a right of the person, and a payout needs only the addresses and amounts in the
 * events, which are not personal text. The trade goes on; where it waits for the erased person, its deadlines decide. The order is event,
 * key, credentials; each step may be repeated, so an erasure that was cut short is sent again.
 */
@NullMarked
package io.amanat.api.identity;

import org.jspecify.annotations.NullMarked;
