/// Measurements: `./dev bench engine` runs [EngineBench].
@NullMarked
package io.imageservice.bench;

import org.jspecify.annotations.NullMarked;
