package io.imageservice.engine;

/// What looking at the bytes showed, whatever the file is called.
public sealed interface HeaderReading {
    /// A format of ours, with its size.
    record Recognised(Header header) implements HeaderReading {}

    /// It begins like a format of ours, but its size cannot be read.
    record Broken(ImageFormat format, String why) implements HeaderReading {}

    /// No format of ours.
    record Unknown(String why) implements HeaderReading {}
}
