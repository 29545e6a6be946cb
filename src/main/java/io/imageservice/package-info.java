/// The Image Service: uploads in, renditions and events out.
@org.jspecify.annotations.NullMarked
package io.imageservice;
