/**
 * The safety check of one transfer that arrived. The rules decide at once; what they hold waits for a guard, and nothing funds an
 * escrow before.
 */
@NullMarked
package io.amanat.domain.custody.screening;

import org.jspecify.annotations.NullMarked;
