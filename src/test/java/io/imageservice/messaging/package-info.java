@NullMarked
package io.imageservice.messaging;

import org.jspecify.annotations.NullMarked;
