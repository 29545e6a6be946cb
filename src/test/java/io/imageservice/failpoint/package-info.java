/// Points at which a process of the packaged service stands still until it is killed or let go: put
/// into its classes by an agent, so that the service itself has none.
@NullMarked
package io.imageservice.failpoint;

import org.jspecify.annotations.NullMarked;
