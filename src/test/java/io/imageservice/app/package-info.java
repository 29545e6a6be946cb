/// The packaged service as a process, for tests that kill it, starve it or measure it.
///
/// Start reading at [App].
@NullMarked
package io.imageservice.app;

import org.jspecify.annotations.NullMarked;
