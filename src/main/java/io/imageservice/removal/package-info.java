/// Use case: what is no longer wanted goes, verified.
@NullMarked
package io.imageservice.removal;

import org.jspecify.annotations.NullMarked;
