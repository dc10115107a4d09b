/** Custody transfers and deposit destinations. */
@NullMarked
package io.amanat.query.custody;

import org.jspecify.annotations.NullMarked;
