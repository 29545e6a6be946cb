/// What images may belong to: reference types with their rules, and file extensions. Data, not
/// code.
@NullMarked
package io.imageservice.reference;

import org.jspecify.annotations.NullMarked;
