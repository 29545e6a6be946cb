package io.imageservice.engine.jpeg;

/// The coded data of a scan (ITU-T T.81, B.1.1.5).
public final class CodedData {
    /// The most scans read of one picture. A progressive file has some ten; each one is a pass over
    /// all blocks, so thousands would be a way to keep a worker busy for hours.
    public static final int MOST_SCANS = 64;

    private CodedData() {}

    /// Where they end: at the next marker that neither is filling nor says that they begin anew.
    ///
    /// @return the file's length where there is none
    public static int end(byte[] file, int from) {
        for (int at = from; at + 1 < file.length; at++) {
            int next = file[at + 1] & 0xff;
            if (file[at] == (byte) 0xff && next != 0 && next != 0xff && (next & 0xf8) != 0xd0) {
                return at;
            }
        }
        return file.length;
    }
}
