/** Asking for a reconciliation now. */
@NullMarked
package io.amanat.api.reconciliation;

import org.jspecify.annotations.NullMarked;
