package io.imageservice.dialect;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/// [OldCallsIT] against the native executable.
@QuarkusIntegrationTest
class OldCallsNativeIT extends OldCallsIT {}
