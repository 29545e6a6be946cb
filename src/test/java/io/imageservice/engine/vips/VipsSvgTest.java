package io.imageservice.engine.vips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.imageservice.engine.Deadline;
import io.imageservice.engine.EngineFailure;
import io.imageservice.engine.Header;
import io.imageservice.engine.ImageEngine;
import io.imageservice.engine.ImageFormat;
import io.imageservice.engine.Output;
import io.imageservice.engine.Pipeline;
import io.imageservice.engine.Rendition;
import io.imageservice.engine.fixtures.Pngs;
import io.imageservice.engine.fixtures.Scene;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Drawings are programs of a kind: they may draw, and nothing else.
class VipsSvgTest {
    private static final String NAMESPACES =
            "xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'";

    private final ImageEngine engine = Libvips.engine();

    @TempDir Path folder;

    @Test
    void draws() throws Exception {
        BufferedImage image = draw("<rect width='64' height='64' fill='#ff0000'/>");

        assertEquals(0xffff0000, image.getRGB(32, 32));
    }

    @Test
    void opensNoFile() throws Exception {
        Path secret = Files.write(folder.resolve("secret.png"), Pngs.of(Scene.rgb(64, 64)));

        for (String name : List.of(secret.toUri().toString(), secret.toString(), "secret.png")) {
            BufferedImage image =
                    draw("<image width='64' height='64' xlink:href='%s'/>".formatted(name));

            assertEquals(0, image.getRGB(8, 8) >>> 24, name);
        }
    }

    @Test
    void callsNobody() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(300);
            String url = "http://127.0.0.1:" + server.getLocalPort() + "/x.png";

            draw(
                    """
                    <style>@import url('%1$s');</style>
                    <image width='64' height='64' xlink:href='%1$s'/><use xlink:href='%1$s#a'/>
                    <script xlink:href='%1$s'/>\
                    """
                            .formatted(url));

            assertThrows(SocketTimeoutException.class, server::accept);
        }
    }

    @Test
    void doesNotUnfoldEntities() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE svg [<!ENTITY a0 'ha'>");
        for (int i = 1; i < 12; i++) {
            bomb.append("<!ENTITY a%d '%s'>".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
        }
        String svg = bomb + "]><svg %s><text>&a11;</text></svg>".formatted(NAMESPACES);

        assertEndsInTime(svg);
    }

    @Test
    void readsNoExternalEntity() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        String svg =
                "<!DOCTYPE svg [<!ENTITY x SYSTEM '%s'>]><svg %s><text y='40'>&x;</text></svg>"
                        .formatted(secret.toUri(), NAMESPACES);

        EngineFailure failure = assertThrows(EngineFailure.class, () -> render(svg));

        assertEquals(EngineFailure.Kind.UNSUPPORTED, failure.kind());
    }

    @Test
    void endsInTimeWhateverIsNested() {
        StringBuilder uses = new StringBuilder("<g id='u0'><rect width='1' height='1'/></g>");
        for (int i = 1; i < 30; i++) {
            uses.append(
                    "<g id='u" + i + "'>" + ("<use xlink:href='#u" + (i - 1) + "'/>").repeat(10));
            uses.append("</g>");
        }
        assertEndsInTime(svg(uses.toString()));
        assertEndsInTime(svg("<g>".repeat(100_000) + "</g>".repeat(100_000)));
        assertEndsInTime(svg("<g opacity='.5'>".repeat(900) + "</g>".repeat(900)));
        String blurs = "<feGaussianBlur stdDeviation='900'/>".repeat(30);
        assertEndsInTime(
                svg(
                        "<filter id='f' x='-99' y='-99' width='999' height='999'>"
                                + blurs
                                + "</filter><rect width='64' height='64' filter='url(#f)'/>"));
    }

    /// With an answer of whatever kind.
    private void assertEndsInTime(String svg) {
        long begin = System.nanoTime();
        boolean failed = false;
        try {
            render(svg);
        } catch (EngineFailure e) {
            failed = e.kind() == EngineFailure.Kind.TIMEOUT;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        long took = Duration.ofNanos(System.nanoTime() - begin).toMillis();
        assertTrue(took < 5_000, "took " + took + " ms");
        assertFalse(failed && took < 2_900, "gave up early, after " + took + " ms");
    }

    private BufferedImage draw(String content) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(render(svg(content))));
    }

    private static String svg(String content) {
        return "<svg %s width='64' height='64'>%s</svg>".formatted(NAMESPACES, content);
    }

    private byte[] render(String svg) throws Exception {
        Path source = Files.writeString(folder.resolve("source.svg"), svg);
        Rendition png = new Rendition("p", new Pipeline(List.of(), ImageFormat.PNG, 80));
        Output output =
                engine.render(
                                source,
                                Header.still(ImageFormat.SVG, 64, 64),
                                List.of(png),
                                Deadline.in(Duration.ofSeconds(3)))
                        .outputs()
                        .getFirst();
        return assertInstanceOf(Output.Encoded.class, output).bytes();
    }
}
