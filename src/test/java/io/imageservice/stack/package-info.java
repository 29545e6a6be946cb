/// The real servers the service needs, started as processes of their own, without Docker.
///
/// Start reading at [Stack]. The same code serves `./dev run` ([DevRun]) and the tests.
@NullMarked
package io.imageservice.stack;

import org.jspecify.annotations.NullMarked;
