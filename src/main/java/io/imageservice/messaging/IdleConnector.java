package io.imageservice.messaging;

import io.smallrye.mutiny.Multi;
import io.smallrye.reactive.messaging.connector.InboundConnector;
import io.smallrye.reactive.messaging.connector.OutboundConnector;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;

/// The connector of a channel this role has no part in: nothing ever arrives, and no client is
/// made, so no consumer group is joined. application.properties picks it by role when the process
/// starts; `enabled`, which would say the same, is fixed when the image is built
/// (quarkusio/quarkus#51301).
@ApplicationScoped
@Connector(IdleConnector.NAME)
class IdleConnector implements InboundConnector, OutboundConnector {
    static final String NAME = "images-idle";

    @Override
    public Flow.Publisher<? extends Message<?>> getPublisher(Config config) {
        return Multi.createFrom().nothing();
    }

    @Override
    public Flow.Subscriber<? extends Message<?>> getSubscriber(Config config) {
        return new Refusing();
    }

    /// Nobody may send where no broker is.
    private static final class Refusing implements Flow.Subscriber<Message<?>> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(Message<?> message) {
            message.nack(new IllegalStateException("this role sends no messages"));
        }

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onComplete() {}
    }
}
