/** From an HTTP request to a command, and from its outcome to an answer. */
@NullMarked
package io.amanat.api.web;

import org.jspecify.annotations.NullMarked;
