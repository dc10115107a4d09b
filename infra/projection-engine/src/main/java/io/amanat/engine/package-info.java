/**
 * Keeps tables as the log says. An {@link io.amanat.engine.Intake} takes entries of the log in order, batch by batch, into the tables of
 * one schema; each batch's rows and its {@link io.amanat.engine.Place} commit together. An event that cannot be taken is tried again,
 * then set aside in the schema's {@code dead_letters} with everything of its {@link io.amanat.engine.Sequence} that follows.
 */
@NullMarked
package io.amanat.engine;

import org.jspecify.annotations.NullMarked;
