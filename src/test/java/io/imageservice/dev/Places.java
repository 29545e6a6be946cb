package io.imageservice.dev;

import io.imageservice.stack.Stack;
import java.util.Map;

/// What is where, for the person in front of the terminal.
final class Places {
    private Places() {}

    static String of(Stack stack, int port) {
        Map<String, String> at = stack.properties();
        return """

        The image service is up.
          Web page       http://localhost:%1$d/
          API            http://localhost:%1$d/api/v1/images
          API page       http://localhost:%1$d/q/swagger-ui    (OpenAPI: /q/openapi)
          Health         http://localhost:%1$d/health          (metrics: /q/metrics)
          S3 storage     %2$s   access key %3$s, secret key %4$s, bucket %5$s
          Kafka broker   %6$s
          PostgreSQL     %7$s   user %8$s, password %9$s
          Redis          %10$s
        Try:  curl -F file=@photo.jpg http://localhost:%1$d/api/v1/images
        Ctrl-C stops all of it. The data stays in .data; delete that folder to begin anew.
        """
                .formatted(
                        port,
                        at.get("images.storage.endpoint"),
                        at.get("images.storage.access-key"),
                        at.get("images.storage.secret-key"),
                        at.get("images.storage.bucket"),
                        at.get("kafka.bootstrap.servers"),
                        at.get("quarkus.datasource.jdbc.url"),
                        at.get("quarkus.datasource.username"),
                        at.get("quarkus.datasource.password"),
                        at.get("quarkus.redis.hosts"));
    }
}
