package io.imageservice.platform;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/// [OpenApiTest] against the native executable, where the document is read on request.
@QuarkusIntegrationTest
class OpenApiNativeIT extends OpenApiTest {}
