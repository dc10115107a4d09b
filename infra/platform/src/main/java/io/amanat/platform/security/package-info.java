/**
 * Who calls, and whether they may. The rules are the contract's {@code AccessTable} and nothing else: what is not in it is closed.
 *
 * <p>People present an access token, signed with this installation's own ES256 key and good for minutes; machines present an API key.
 * Both are checked against the state of the account at every request, so that a suspension takes effect at once.
 */
@NullMarked
package io.amanat.platform.security;

import org.jspecify.annotations.NullMarked;
