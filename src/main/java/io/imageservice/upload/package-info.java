/// Use case: an image comes in.
@NullMarked
package io.imageservice.upload;

import org.jspecify.annotations.NullMarked;
