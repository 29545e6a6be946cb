/// Several use cases at once: what must hold whatever happens in which order.
@NullMarked
package io.imageservice.story;

import org.jspecify.annotations.NullMarked;
