package io.imageservice.engine;

import io.imageservice.engine.fixtures.Exif;
import io.imageservice.engine.fixtures.Fixtures;
import io.imageservice.engine.fixtures.Gifs;
import io.imageservice.engine.fixtures.IsoFiles;
import io.imageservice.engine.fixtures.Jpegs;
import io.imageservice.engine.fixtures.Pngs;
import io.imageservice.engine.fixtures.Scene;
import io.imageservice.engine.fixtures.Texts;
import io.imageservice.engine.fixtures.Webps;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;

/// Files made to hurt: more than 5,000 of them, the same in every run.
public final class HostileCorpus {
    private static final int FLIPS = 150;
    private static final int HUGE = 40_000;

    private final Random dice = new Random(20_240_229);
    private final List<Hostile> all = new ArrayList<>();

    /// @param name what was done to which file
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Hostile(String name, byte[] bytes) {}

    public static List<Hostile> files() {
        HostileCorpus corpus = new HostileCorpus();
        Map<String, byte[]> sound = Fixtures.all();
        sound.forEach(corpus::truncations);
        sound.forEach(corpus::flips);
        sound.forEach(corpus::shuffles);
        corpus.lies();
        corpus.endless();
        corpus.garbage();
        corpus.polyglots(sound);
        corpus.texts();
        return corpus.all;
    }

    private void add(String name, byte[] bytes) {
        all.add(new Hostile(name, bytes));
    }

    private void truncations(String name, byte[] file) {
        for (int percent = 0; percent < 100; percent++) {
            add(
                    name + " cut at " + percent + " %",
                    Arrays.copyOf(file, file.length * percent / 100));
        }
    }

    private void flips(String name, byte[] file) {
        for (int i = 0; i < FLIPS; i++) {
            byte[] flipped = file.clone();
            // Half of them in the head, where lengths and sizes stand.
            int reach = i % 2 == 0 ? Math.min(file.length, 120) : file.length;
            for (int bit = 0; bit <= i % 3; bit++) {
                flipped[dice.nextInt(reach)] ^= (byte) (1 << dice.nextInt(8));
            }
            add(name + " flipped " + i, flipped);
        }
    }

    /// A stretch overwritten by ones, by noise, or by another stretch.
    private void shuffles(String name, byte[] file) {
        for (int i = 0; i < 15; i++) {
            byte[] shuffled = file.clone();
            int length = 1 + dice.nextInt(Math.min(64, file.length / 2));
            int to = dice.nextInt(file.length - length);
            if (i % 3 == 0) {
                Arrays.fill(shuffled, to, to + length, (byte) 0xff);
            } else if (i % 3 == 1) {
                byte[] noise = new byte[length];
                dice.nextBytes(noise);
                System.arraycopy(noise, 0, shuffled, to, length);
            } else {
                System.arraycopy(file, dice.nextInt(file.length - length), shuffled, to, length);
            }
            add(name + " shuffled " + i, shuffled);
        }
    }

    private void lies() {
        int[] sides = {0, 1, 47, 65, 4096, 7000, 16_383, HUGE, 65_535, Integer.MAX_VALUE, -1};
        for (int width : sides) {
            for (int height : sides) {
                lie(width, height);
            }
        }
    }

    private void lie(int width, int height) {
        String size = " claiming " + width + "x" + height;
        add("png" + size, Pngs.claiming(Fixtures.named("photo.png"), width, height));
        add(
                "interlaced png" + size,
                Pngs.claiming(Fixtures.named("interlaced.png"), width, height));
        add("jpeg" + size, jpegFrame(Fixtures.named("photo.jpg"), width, height));
        add("progressive jpeg" + size, jpegFrame(Fixtures.named("progressive.jpg"), width, height));
        add("cmyk jpeg" + size, jpegFrame(Fixtures.named("cmyk.jpg"), width, height));
        add(
                "gif" + size,
                little(Fixtures.named("still.gif"), width, height, ByteBuffer::putShort, 6));
        add("bmp" + size, bmp(Fixtures.named("photo.bmp"), width, height));
        add(
                "webp" + size,
                little(Fixtures.named("lossy.webp"), width, height, ByteBuffer::putShort, 26));
        add("animated webp" + size, canvas(Fixtures.named("animated.webp"), width, height));
        add("avif" + size, IsoFiles.still("avif", width, height));
        add("heic" + size, IsoFiles.still("heic", width, height));
        add("mp4" + size, IsoFiles.video("isom", width, height));
        add("svg" + size, Texts.svg(width, height));
    }

    private static byte[] jpegFrame(byte[] jpeg, int width, int height) {
        ByteBuffer lie = ByteBuffer.wrap(jpeg.clone());
        for (int i = 2; i < jpeg.length - 9; i++) {
            int marker = jpeg[i + 1] & 0xff;
            if (jpeg[i] == (byte) 0xff && (marker == 0xC0 || marker == 0xC2)) {
                lie.putShort(i + 5, (short) height).putShort(i + 7, (short) width);
                break;
            }
        }
        return lie.array();
    }

    private static byte[] little(byte[] file, int width, int height, Put put, int at) {
        ByteBuffer lie = ByteBuffer.wrap(file.clone()).order(ByteOrder.LITTLE_ENDIAN);
        put.put(lie, at, (short) width);
        put.put(lie, at + 2, (short) height);
        return lie.array();
    }

    private interface Put {
        ByteBuffer put(ByteBuffer to, int at, short value);
    }

    private static byte[] bmp(byte[] file, int width, int height) {
        ByteBuffer lie = ByteBuffer.wrap(file.clone()).order(ByteOrder.LITTLE_ENDIAN);
        return lie.putInt(18, width).putInt(22, height).array();
    }

    private static byte[] canvas(byte[] file, int width, int height) {
        byte[] lie = file.clone();
        BiConsumer<Integer, Integer> three =
                (at, value) -> {
                    lie[at] = (byte) (int) value;
                    lie[at + 1] = (byte) (value >> 8);
                    lie[at + 2] = (byte) (value >> 16);
                };
        three.accept(24, width - 1);
        three.accept(27, height - 1);
        return lie;
    }

    private void endless() {
        byte[] palette = Gifs.animated(Scene.palette(16, 12), 2000);
        add("gif of 2000 frames", palette);
        add("gif without an end", Arrays.copyOf(palette, palette.length - 1));
        add("webp of 500 frames", Webps.animated(16, 12, 500));
        byte[] jpeg = Fixtures.named("progressive.jpg");
        int scan = lastScan(jpeg);
        byte[] repeated = Arrays.copyOfRange(jpeg, scan, jpeg.length - 2);
        byte[] many = jpeg;
        for (int i = 0; i < 10; i++) {
            repeated = Jpegs.join(repeated, repeated);
        }
        many = Jpegs.join(Arrays.copyOf(jpeg, jpeg.length - 2), repeated);
        add("jpeg of a thousand scans", jpegFrame(many, 5000, 5000));
        byte[] png = Fixtures.named("photo.png");
        for (int i = 0; i < 12; i++) {
            png = Pngs.with(png, "tEXt", new byte[1 << i]);
        }
        add("png of many texts", png);
    }

    private static int lastScan(byte[] jpeg) {
        int at = jpeg.length - 2;
        while (!(jpeg[at] == (byte) 0xff && (jpeg[at + 1] & 0xff) == 0xDA)) {
            at--;
        }
        return at;
    }

    private void garbage() {
        byte[] jpeg = Fixtures.named("photo.jpg");
        byte[] png = Fixtures.named("photo.png");
        for (int i = 0; i < 60; i++) {
            byte[] noise = new byte[1 + dice.nextInt(3000)];
            dice.nextBytes(noise);
            add("jpeg with profile noise " + i, Jpegs.profiled(jpeg, noise));
            add("png with profile noise " + i, Pngs.with(png, "iCCP", noise));
            add("png with exif noise " + i, Pngs.with(png, "eXIf", noise));
            byte[] exif = Exif.of(i % 10);
            for (int bit = 0; bit < 1 + i % 8; bit++) {
                exif[6 + dice.nextInt(exif.length - 6)] ^= (byte) (1 << dice.nextInt(8));
            }
            add("jpeg with exif noise " + i, Jpegs.behindStart(jpeg, Jpegs.segment(0xe1, exif)));
            add("noise " + i, noise);
        }
    }

    /// One file's head before another one's body, and one behind the other.
    private void polyglots(Map<String, byte[]> sound) {
        sound.forEach((one, head) ->
                sound.forEach((two, body) -> {
                    int magic = Math.min(12, head.length);
                    byte[] mixed = body.clone();
                    System.arraycopy(head, 0, mixed, 0, Math.min(magic, mixed.length));
                    add(one + " over " + two, mixed);
                    add(one + " before " + two, Jpegs.join(head, body));
                }));
    }

    private void texts() {
        add("entity bomb", Texts.utf8(Svgs.BOMB));
        add("svg with an outside picture", Texts.utf8(Svgs.OUTSIDE));
        add("svg with a script", Texts.utf8(Svgs.SCRIPT));
        add("svg of deep groups", Texts.utf8("<svg>" + "<g>".repeat(20_000)));
        add("svg without an end", Texts.utf8("<!--" + "<svg ".repeat(50_000)));
        add("html", Texts.utf8("<html><svg width='1' height='1'/></html>"));
    }
}
