/**
 * What every answer over HTTP has in common: an id for the request, and errors as RFC 9457 problems with a stable {@code code}. Whoever
 * throws decides on nothing but the reason; status, shape and log line are made here.
 */
@NullMarked
package io.amanat.platform.web;

import org.jspecify.annotations.NullMarked;
