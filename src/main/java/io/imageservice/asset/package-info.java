/// Steps several use cases share: inspect, take in, order, show and retire an image.
@NullMarked
package io.imageservice.asset;

import org.jspecify.annotations.NullMarked;
