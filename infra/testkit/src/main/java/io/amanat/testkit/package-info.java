/** What tests of several modules share. Never on the class path of the running application. */
@NullMarked
package io.amanat.testkit;

import org.jspecify.annotations.NullMarked;
