/** Who people are and what machines may do: {@link io.amanat.domain.identity.UserAccount}, {@link io.amanat.domain.identity.ApiKey}. Secrets live elsewhere. */
@NullMarked
package io.amanat.domain.identity;

import org.jspecify.annotations.NullMarked;
