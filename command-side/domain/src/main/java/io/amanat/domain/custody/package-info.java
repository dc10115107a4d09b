/**
 * Where money arrives and how it leaves. A destination is made for one payment and watched for good. A custody transfer is instructed
 * by a settlement, goes out by itself or through a guard, and is followed to finality; every step may be told twice.
 */
@NullMarked
package io.amanat.domain.custody;

import org.jspecify.annotations.NullMarked;
