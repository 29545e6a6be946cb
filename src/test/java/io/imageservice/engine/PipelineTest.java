package io.imageservice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
final class PipelineTest {
    private static final Presets PRESETS =
            Presets.of(Map.of("card", "thumbnail:400x300|sharpen|format:jpeg|quality:70"));

    private static Pipeline parse(String text) {
        return Pipeline.parse(text, PRESETS);
    }

    @Test
    void readsEveryStep() {
        Pipeline pipeline =
                parse(
                        "resize:100x|resize:x90|thumbnail:80x70|crop:60x50,north|watermark:tile,.5,0.3"
                                + "|rotate:90|flip|flop|grayscale|blur:1.5");

        assertEquals(
                List.of(
                        new Resize(100, 0),
                        new Resize(0, 90),
                        new Thumbnail(80, 70),
                        new Crop(60, 50, Gravity.NORTH),
                        new Watermark(Optional.empty(), 0.5, 0.3),
                        new Rotate(90),
                        new Flip(),
                        new Flop(),
                        new Grayscale(),
                        new Blur(1.5)),
                pipeline.steps());
    }

    @Test
    void writesWebpOfQuality80UnlessToldOtherwise() {
        assertEquals(Pipeline.main().with(List.of(new Flip())), parse("flip"));
        assertEquals(
                new Pipeline(List.of(), ImageFormat.AVIF, 55), parse("format:avif|quality:55"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resize:100x",
                "watermark",
                "watermark:north",
                "watermark:tile,0,1",
                "crop:3x4",
                "blur:0.3",
                "preset:card",
                "format:png|flip",
                "preset:watermark",
                "sharpen|quality:1"
            })
    void readsItsOwnSpellingBack(String text) {
        Pipeline pipeline = parse(text);

        assertEquals(pipeline, parse(pipeline.canonical()));
    }

    @Test
    void expandsPresets() {
        assertEquals(parse("resize:300x300"), parse("preset:thumbnail"));
        assertEquals(parse("resize:1200x1200|flip"), parse("preset:resize|flip"));
        assertEquals(
                new Pipeline(List.of(new Thumbnail(400, 300), new Sharpen()), ImageFormat.JPEG, 70),
                parse("preset:card"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'';1;'';0;empty step",
                "flip||flop;2;'';5;empty step",
                "shrink:3x3;1;'';0;no such step",
                "flip:1;1;'';0;takes 0 arguments, not 1",
                "flip|resize:10;2;10;12;not WIDTHxHEIGHT",
                "resize:x;1;x;7;neither width nor height",
                "resize:0x5;1;0x5;7;not a whole number in 1..8192",
                "resize:8193x5;1;8193x5;7;not a whole number in 1..8192",
                "resize:99999999999x5;1;99999999999x5;7;not a whole number in 1..8192",
                "thumbnail:5x;1;5x;10;not a whole number in 1..8192",
                "crop:5x5,up;1;up;9;no such position",
                "watermark:tile,2;1;2;15;opacity is not in 0..1",
                "watermark:tile,1,0;1;0;17;scale is not above 0 and at most 1",
                "watermark:tile,-1;1;-1;15;not a number",
                "rotate:45;1;45;7;'not 90, 180 or 270'",
                "flip|blur:0.2;2;0.2;10;sigma is not in 0.3..100",
                "blur:1e1;1;1e1;5;not a number",
                "format:gif;1;gif;7;'not one of jpeg, png, webp, avif'",
                "quality:101;1;101;8;not a whole number in 1..100",
                "preset:none;1;none;7;no such preset"
            })
    void saysWhatIsWrongAndWhere(String text, int step, String argument, int position, String why) {
        PipelineException wrong = assertThrows(PipelineException.class, () -> parse(text));

        assertEquals(step, wrong.step());
        assertEquals(argument, wrong.argument());
        assertEquals(position, wrong.position());
        assertTrue(String.valueOf(wrong.getMessage()).endsWith(why), wrong.getMessage());
    }

    @Test
    void takesAtMostTenStepsPresetsExpanded() {
        assertEquals(10, parse("flip|".repeat(9) + "flop").steps().size());

        assertThrows(PipelineException.class, () -> parse("flip|".repeat(10) + "flop"));
        assertThrows(PipelineException.class, () -> parse("flip|".repeat(7) + "preset:card"));
    }

    @Test
    void refusesPresetsThatCannotBeRead() {
        assertThrows(PipelineException.class, () -> Presets.of(Map.of("bad", "shrink")));
        assertThrows(PipelineException.class, () -> Presets.of(Map.of("loop", "preset:loop")));
    }

    @ParameterizedTest
    @CsvSource({
        "resize:100x100, 400, 300, 100, 75",
        "resize:1000x1000, 400, 300, 400, 300",
        "resize:x30, 400, 300, 40, 30",
        "thumbnail:100x100, 400, 300, 100, 100",
        "thumbnail:500x100, 400, 300, 400, 100",
        "crop:50x999, 400, 300, 50, 300",
        "rotate:90, 400, 300, 300, 400",
        "resize:1x1, 8000, 2, 1, 1",
        "blur:3, 400, 300, 400, 300"
    })
    void knowsTheSizeThatComesOut(String text, int width, int height, int w, int h) {
        assertEquals(new Size(w, h), parse(text).after(new Size(width, height)));
    }
}
