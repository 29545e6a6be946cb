/// What `./dev run` runs.
@NullMarked
package io.imageservice.dev;

import org.jspecify.annotations.NullMarked;
