/// The embedded engine: ImageIO, TwelveMonkeys and libwebp.
@NullMarked
package io.imageservice.engine.imageio;

import org.jspecify.annotations.NullMarked;
