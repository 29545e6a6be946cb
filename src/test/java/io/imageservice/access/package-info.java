/// Who may do what, asked over HTTP.
@NullMarked
package io.imageservice.access;

import org.jspecify.annotations.NullMarked;
