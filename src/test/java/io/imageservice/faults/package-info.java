/// What must hold when parts fail: processes and servers are killed, cut off and slowed down while
/// clients go on, then everything the service promised is looked at from outside.
///
/// Start reading at [Fleet] (the processes), [Traffic] (the clients) and [Invariants] (the
/// promises).
@NullMarked
package io.imageservice.faults;

import org.jspecify.annotations.NullMarked;
