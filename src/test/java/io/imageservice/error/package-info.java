@NullMarked
package io.imageservice.error;

import org.jspecify.annotations.NullMarked;
