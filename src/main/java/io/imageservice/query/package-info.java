/// Use case: images, their content, status and history are read.
@NullMarked
package io.imageservice.query;

import org.jspecify.annotations.NullMarked;
