/// JPEG decoded straight to the size that is needed: a whole, a half, a quarter or an eighth.
@NullMarked
package io.imageservice.engine.jpeg;

import org.jspecify.annotations.NullMarked;
