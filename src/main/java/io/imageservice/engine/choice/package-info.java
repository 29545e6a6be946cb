/// Which engine a deployment renders with.
@NullMarked
package io.imageservice.engine.choice;

import org.jspecify.annotations.NullMarked;
