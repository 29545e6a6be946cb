package io.imageservice.query;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/// [ReadingTest] against the native executable.
@QuarkusIntegrationTest
class ReadingNativeIT extends ReadingTest {}
