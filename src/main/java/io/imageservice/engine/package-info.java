/// Pixels in, renditions out: formats, limits, the processing language and the engine's contract.
/// Start reading at [io.imageservice.engine.ImageEngine].
@NullMarked
package io.imageservice.engine;

import org.jspecify.annotations.NullMarked;
