/// The port to S3-compatible object storage; the only user of the MinIO SDK.
@NullMarked
package io.imageservice.storage;

import org.jspecify.annotations.NullMarked;
