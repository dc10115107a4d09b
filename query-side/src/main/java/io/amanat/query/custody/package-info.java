/** Custody transfers, deposit destinations and safety checks. */
@NullMarked
package io.amanat.query.custody;

import org.jspecify.annotations.NullMarked;
