@NullMarked
package io.imageservice.cache;

import org.jspecify.annotations.NullMarked;
