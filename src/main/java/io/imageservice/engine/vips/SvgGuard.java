package io.imageservice.engine.vips;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import io.imageservice.engine.EngineFailure;
import io.imageservice.engine.Size;
import java.io.ByteArrayInputStream;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Turns away drawings whose rendering might take minutes or more: librsvg cannot be stopped within
/// a tile, and before 2.55 some filters end the process. What is turned away is kept as it came.
///
/// Files and the network it does not reach: librsvg follows no reference from a drawing in memory.
final class SvgGuard {
    /// Elements drawn, counted each time something refers to them.
    private static final long MOST_DRAWN = 50_000;

    /// Elements drawn times pixels, if each covered the whole drawing: some 10 s.
    private static final double MOST_PAINTED = 2e10;

    private SvgGuard() {}

    static void check(MemorySegment bytes, Size size) throws EngineFailure {
        byte[] svg = bytes.toArray(JAVA_BYTE);
        // Without its zero bytes UTF-16 reads like ASCII.
        String text = new String(svg, StandardCharsets.ISO_8859_1).replace("\0", "");
        if (text.contains("<!ENTITY")) {
            throw EngineFailure.unsupported("a drawing with entities");
        }
        double drawn = drawn(svg);
        if (drawn > MOST_DRAWN || drawn * size.pixels() > MOST_PAINTED) {
            throw EngineFailure.unsupported(
                    "a drawing of %.0f elements on %s pixels".formatted(drawn, size));
        }
    }

    private static double drawn(byte[] svg) throws EngineFailure {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        SvgCost cost = new SvgCost();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(svg));
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> cost.begin(reader);
                    case XMLStreamConstants.END_ELEMENT -> cost.end();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                            cost.text(reader.getText());
                    default -> {}
                }
            }
            return cost.total();
        } catch (XMLStreamException | RuntimeException e) {
            throw new EngineFailure(EngineFailure.Kind.BROKEN, "not well-formed XML", e);
        }
    }
}
