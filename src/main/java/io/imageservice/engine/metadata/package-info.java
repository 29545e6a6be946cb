/// Metadata taken out of a file's container while its pixels stay as they are.
@NullMarked
package io.imageservice.engine.metadata;

import org.jspecify.annotations.NullMarked;
