/// Pixels in plain arrays and what can be done to them.
@NullMarked
package io.imageservice.engine.raster;

import org.jspecify.annotations.NullMarked;
