/// The edge: roles, security, health pages, tracing.
@NullMarked
package io.imageservice.platform;

import org.jspecify.annotations.NullMarked;
