/// Tests of [io.imageservice.asset].
@NullMarked
package io.imageservice.asset;

import org.jspecify.annotations.NullMarked;
