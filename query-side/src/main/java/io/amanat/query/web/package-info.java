/** What every query shares over HTTP: pages, cursors, filters, waiting for one's own writes. */
@NullMarked
package io.amanat.query.web;

import org.jspecify.annotations.NullMarked;
