/// The port to Redis, and its only user: cached links, known products, failed deletes. Redis may be
/// down or emptied at any moment; nothing here is ever the truth (ADR 0009).
@NullMarked
package io.imageservice.cache;

import org.jspecify.annotations.NullMarked;
