/** What happens before the first bean: the database and the chain are brought up, visibly, and what is wrong is said in a sentence. */
@NullMarked
package io.amanat.app.start;

import org.jspecify.annotations.NullMarked;
