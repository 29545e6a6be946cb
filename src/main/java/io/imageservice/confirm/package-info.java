/// Use case: ready images are bound to what they are for, in order.
@NullMarked
package io.imageservice.confirm;

import org.jspecify.annotations.NullMarked;
