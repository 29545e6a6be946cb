@NullMarked
package io.imageservice.processing;

import org.jspecify.annotations.NullMarked;
