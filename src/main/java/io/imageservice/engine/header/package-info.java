/// What a file is, from its bytes alone and without decoding a pixel.
@NullMarked
package io.imageservice.engine.header;

import org.jspecify.annotations.NullMarked;
