package io.imageservice.engine.vips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.imageservice.engine.Deadline;
import io.imageservice.engine.EngineFailure;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VipsJobTest {
    @ParameterizedTest
    @CsvSource({
        "BROKEN, VipsJpeg: Premature end of input file",
        "BROKEN, ''",
        "UNSUPPORTED, heif: Unsupported feature: Unsupported codec",
    })
    void holdsAgainstAPictureWhatLibvipsSaysOfIt(EngineFailure.Kind kind, String said) {
        assertEquals(kind, VipsJob.judged("jpegload_buffer", said).kind());
    }

    @Test
    void doesNotHoldAgainstItThatThereIsNoMemory() {
        String said = "vips_tracked: out of memory --- size == 12MB";
        assertThrows(IllegalStateException.class, () -> VipsJob.judged("resize", said));
    }

    @Test
    void doesNotHoldAgainstItWhatIsWrongWithOurOptions() throws Exception {
        Libvips.assumeThere();
        try (VipsJob job = new VipsJob(Deadline.in(Duration.ofSeconds(5)))) {
            VipsOperation resize = new VipsOperation(job, "resize");
            assertThrows(IllegalStateException.class, () -> resize.options("scale=half"));
        }
    }
}
