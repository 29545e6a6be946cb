/// The port to Redis, which is only ever a cache or a fast list.
@NullMarked
package io.imageservice.cache;

import org.jspecify.annotations.NullMarked;
