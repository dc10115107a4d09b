/** Accounts and API keys. */
@NullMarked
package io.amanat.query.identity;

import org.jspecify.annotations.NullMarked;
