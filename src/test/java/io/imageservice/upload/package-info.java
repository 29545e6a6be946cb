/// Tests of [io.imageservice.upload].
@NullMarked
package io.imageservice.upload;

import org.jspecify.annotations.NullMarked;
