/// Tests of [io.imageservice.query].
@NullMarked
package io.imageservice.query;

import org.jspecify.annotations.NullMarked;
