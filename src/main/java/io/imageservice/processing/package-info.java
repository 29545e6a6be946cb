/// Use case: a worker renders an image.
@NullMarked
package io.imageservice.processing;

import org.jspecify.annotations.NullMarked;
