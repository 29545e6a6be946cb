/// Who calls, and what they may: credentials, scopes, keys, and whose images a caller sees.
@NullMarked
package io.imageservice.access;

import org.jspecify.annotations.NullMarked;
