package io.imageservice.engine.jpeg;

/// One of a picture's colour samples.
///
/// @param across blocks side by side in a unit
/// @param down blocks one below the other in a unit
/// @param steps what coefficients are multiplied with, in the order of the file
@SuppressWarnings("ArrayRecordComponent") // never compared
record Component(int across, int down, int[] steps) {}
