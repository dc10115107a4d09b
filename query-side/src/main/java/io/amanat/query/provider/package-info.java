/** What payment providers said, and what their contracts said about transfers. For people: no money depends on any of it. */
@NullMarked
package io.amanat.query.provider;

import org.jspecify.annotations.NullMarked;
