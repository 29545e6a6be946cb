/// The port to Kafka: transactional outbox, relay, inbox, notifications.
@NullMarked
package io.imageservice.messaging;

import org.jspecify.annotations.NullMarked;
