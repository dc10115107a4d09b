/** The log for reviewers: events as stored, and the state of a trade as of any point of it. */
@NullMarked
package io.amanat.query.audit;

import org.jspecify.annotations.NullMarked;
