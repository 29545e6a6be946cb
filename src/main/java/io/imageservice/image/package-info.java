/// The image and its life: status, history, objects, keys.
@NullMarked
package io.imageservice.image;

import org.jspecify.annotations.NullMarked;
