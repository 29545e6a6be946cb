package io.imageservice.engine.header;

import io.imageservice.engine.Header;
import io.imageservice.engine.ImageFormat;
import java.io.EOFException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// SVG: the root element after prolog, comments and document type, found without an XML parser, so
/// that no entity is ever expanded and nothing is ever fetched.
final class SvgHeader implements HeaderReader {
    /// A root element that begins later is not looked for.
    private static final int LOOKED_AT = 65_536;

    @Override
    public Optional<ImageFormat> recognise(Bytes bytes) throws EOFException {
        return new SvgRoot(text(bytes)).find().isPresent()
                ? Optional.of(ImageFormat.SVG)
                : Optional.empty();
    }

    @Override
    public Header read(ImageFormat format, Bytes bytes) throws EOFException, BrokenHeader {
        String root =
                new SvgRoot(text(bytes)).find().orElseThrow(() -> new BrokenHeader("no svg root"));
        SvgSize size = SvgSize.of(root);
        return HeaderReader.checked(format, size.width(), size.height(), 1, 1);
    }

    private static String text(Bytes bytes) throws EOFException {
        byte[] head = bytes.copy(0, (int) Math.min(LOOKED_AT, bytes.length()));
        String text = new String(head, charset(head));
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static Charset charset(byte[] head) {
        if (head.length >= 2 && head[0] == (byte) 0xfe && head[1] == (byte) 0xff) {
            return StandardCharsets.UTF_16BE;
        }
        if (head.length >= 2 && head[0] == (byte) 0xff && head[1] == (byte) 0xfe) {
            return StandardCharsets.UTF_16LE;
        }
        return StandardCharsets.UTF_8;
    }
}
