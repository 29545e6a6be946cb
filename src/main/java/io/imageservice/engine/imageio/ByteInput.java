package io.imageservice.engine.imageio;

import javax.imageio.stream.ImageInputStreamImpl;

/// The end of an array as an image stream, without another copy.
final class ByteInput extends ImageInputStreamImpl {
    private final byte[] bytes;
    private final int start;

    ByteInput(byte[] bytes, int start) {
        this.bytes = bytes;
        this.start = start;
    }

    @Override
    public int read() {
        bitOffset = 0;
        long at = start + streamPos;
        if (at >= bytes.length) {
            return -1;
        }
        streamPos++;
        return bytes[(int) at] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int length) {
        bitOffset = 0;
        long left = bytes.length - start - streamPos;
        if (left <= 0) {
            return length == 0 ? 0 : -1;
        }
        int count = (int) Math.min(length, left);
        System.arraycopy(bytes, (int) (start + streamPos), to, offset, count);
        streamPos += count;
        return count;
    }

    @Override
    public long length() {
        return bytes.length - start;
    }
}
