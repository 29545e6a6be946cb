package io.imageservice.upload;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/// [UploadTest] against the native executable.
@QuarkusIntegrationTest
class UploadNativeIT extends UploadTest {}
