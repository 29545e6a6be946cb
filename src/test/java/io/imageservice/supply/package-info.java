/// What the service is delivered with: its libraries, their licences, and the native codecs no
/// build tool sees.
@NullMarked
package io.imageservice.supply;

import org.jspecify.annotations.NullMarked;
