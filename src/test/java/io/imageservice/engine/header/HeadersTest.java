package io.imageservice.engine.header;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.imageservice.engine.Header;
import io.imageservice.engine.HeaderReading;
import io.imageservice.engine.ImageFormat;
import io.imageservice.engine.fixtures.Fixtures;
import io.imageservice.engine.fixtures.Gifs;
import io.imageservice.engine.fixtures.Jpegs;
import io.imageservice.engine.fixtures.Scene;
import io.imageservice.engine.fixtures.Texts;
import io.imageservice.engine.fixtures.Webps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HeadersTest {
    private static Header header(byte[] file) {
        return assertInstanceOf(HeaderReading.Recognised.class, Headers.read(file)).header();
    }

    @Test
    void recognisesEveryFormatAndItsSize() {
        for (Map.Entry<String, byte[]> file : Fixtures.all().entrySet()) {
            String extension = file.getKey().substring(file.getKey().indexOf('.') + 1);
            Header header = header(file.getValue());

            assertEquals(
                    ImageFormat.ofExtension(extension).orElseThrow(),
                    header.format(),
                    file.getKey());
            assertEquals("64x48", header.size().toString(), file.getKey());
        }
    }

    @Test
    void readsFilesLikeArraysAlsoBeyondOneWindow(@TempDir Path folder) throws IOException {
        byte[] gif = Gifs.animated(Scene.palette(64, 48), 90);
        Path file = Files.write(folder.resolve("name.jpg"), gif);

        assertEquals(Headers.read(gif), Headers.read(file));
        assertEquals(90, header(gif).frames());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void readsTheOrientationOfJpegAndWebp(int orientation) {
        byte[] jpeg = Jpegs.described(Jpegs.of(Scene.rgb(64, 48)), orientation);
        byte[] webp = Webps.described(Webps.lossy(Scene.rgb(64, 48)), 64, 48, orientation);

        assertEquals(orientation, header(jpeg).orientation());
        assertEquals(orientation, header(webp).orientation());
    }

    @Test
    void countsTheFramesOfAWebp() {
        assertEquals(7, header(Webps.animated(20, 20, 7)).frames());
    }

    @Test
    void enlargesAGifToWhatItsFramesReach() {
        byte[] gif = Gifs.still(Scene.palette(64, 48));
        gif[6] = 1;
        gif[8] = 1;

        assertEquals("64x48", header(gif).size().toString());
    }

    @Test
    void saysBrokenWhenTheSizeIsCutOff() {
        byte[] jpeg = Arrays.copyOf(Jpegs.of(Scene.rgb(64, 48)), 30);

        HeaderReading.Broken broken =
                assertInstanceOf(HeaderReading.Broken.class, Headers.read(jpeg));

        assertEquals(ImageFormat.JPEG, broken.format());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "<html><svg/></html>",
                "%PDF-1.7",
                "<?xml version='1.0'?>",
                "GIF88a",
                "RIFF1234WAVE",
                "BM"
            })
    void doesNotRecogniseWhatIsNotOurs(String text) {
        assertInstanceOf(HeaderReading.Unknown.class, Headers.read(Texts.utf8(text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<svg width='10' height='20'/>;10x20",
                "<svg width='1in' height='25.4mm'/>;96x96",
                "<svg viewBox='0 0 30 40'/>;30x40",
                "<svg width='60' viewBox='0,0,30,40'/>;60x80",
                "<svg width='100%' height='100%' viewBox='0 0 7 9'/>;7x9",
                "<svg/>;300x150",
                "<!DOCTYPE svg [<!ENTITY a \"x\">]><svg width='5' height='6'></svg>;5x6",
                "<svg:svg xmlns:svg='x' width='5px' height='6pt'></svg:svg>;5x8"
            })
    void findsTheSizeOfADrawing(String text, String size) {
        assertEquals(size, header(Texts.utf8(text)).size().toString());
    }
}
