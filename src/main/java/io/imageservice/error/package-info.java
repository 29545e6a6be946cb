/// What can be refused and how a refusal is told: the code catalogue and RFC 9457 problems.
@NullMarked
package io.imageservice.error;

import org.jspecify.annotations.NullMarked;
