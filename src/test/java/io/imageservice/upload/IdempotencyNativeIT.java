package io.imageservice.upload;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/// [IdempotencyTest] against the native executable.
@QuarkusIntegrationTest
class IdempotencyNativeIT extends IdempotencyTest {}
