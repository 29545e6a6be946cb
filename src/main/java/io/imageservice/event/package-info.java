/// The messages on Kafka as records (spec 3-events.md). A leaf: imports nothing of ours.
@NullMarked
package io.imageservice.event;

import org.jspecify.annotations.NullMarked;
