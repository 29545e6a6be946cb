package io.imageservice.dialect;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/// [DialectIT] against the native executable.
@QuarkusIntegrationTest
class DialectNativeIT extends DialectIT {}
