/// The documented endpoints of the systems this one unites (S1, S2, S4): translation over the same
/// use cases, and the only place that speaks their words.
@NullMarked
package io.imageservice.dialect;

import org.jspecify.annotations.NullMarked;
