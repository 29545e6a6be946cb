/// The engine on libvips, called through `java.lang.foreign`.
///
/// Start reading at [VipsEngine]; [LibVips] is the only class that calls native code.
@NullMarked
package io.imageservice.engine.vips;

import org.jspecify.annotations.NullMarked;
