/**
 * From events to rows. A projection is a pure function of one event: no clock, no network, no reading of other tables, so that the
 * same events always give the same rows. The rows are written by {@link io.amanat.projection.writing.RowWriter} into a schema given as a
 * parameter, together with the reader's token in one transaction.
 */
@NullMarked
package io.amanat.projection;

import org.jspecify.annotations.NullMarked;
