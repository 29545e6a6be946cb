/// Use case: products, learnt from their events; their uploads and temporary links (S0).
@NullMarked
package io.imageservice.product;

import org.jspecify.annotations.NullMarked;
