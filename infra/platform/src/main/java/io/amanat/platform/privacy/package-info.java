/**
 * Personal text and other secrets that are compared or opened again: one key per person, wrapped by a master key that is never in the
 * database; keyed hashes for what is looked up without being known.
 */
@NullMarked
package io.amanat.platform.privacy;

import org.jspecify.annotations.NullMarked;
