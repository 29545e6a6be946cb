package io.imageservice.platform;
import io.imageservice.stack.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class OpenApiTest { @Test void x(){} }
