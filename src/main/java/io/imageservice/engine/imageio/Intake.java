package io.imageservice.engine.imageio;

import io.imageservice.engine.EngineFailure;
import io.imageservice.engine.Header;
import io.imageservice.engine.Size;
import io.imageservice.engine.raster.Collector;
import io.imageservice.engine.raster.Colours;
import io.imageservice.engine.raster.Pixels;
import io.imageservice.engine.raster.RowSink;
import io.imageservice.engine.raster.Scaler;
import io.imageservice.engine.raster.Turn;
import io.imageservice.engine.raster.Yuv;
import io.imageservice.engine.raster.YuvSink;
import org.jspecify.annotations.Nullable;

/// Takes the rows of the one decode and keeps what the plan asks for.
final class Intake implements Decoder.Opening {
    /// The most a decoder reduces by.
    private static final int MOST = 8;

    /// How much larger than what is wanted a reduced picture has to be, unless it is just as large:
    /// scaled by less it would be blurred twice.
    private static final double MARGIN = 1.25;

    /// Pixels a side of a reduced picture, so that its last one, which may be there in part only,
    /// hardly counts.
    private static final int SMALLEST = 16;

    private final Header header;
    private final Plan plan;
    private final Turn turn;
    private Colours colours = Colours.RGB;
    private @Nullable Collector collector;
    private @Nullable Scaler scaler;
    private @Nullable YuvSink planes;

    Intake(Header header, Plan plan) {
        this.header = header;
        this.plan = plan;
        this.turn = Turn.ofOrientation(header.orientation());
    }

    @Override
    public int reducible() {
        if (plan.planes()) {
            return 1;
        }
        Size stored = turn.of(plan.base());
        int by = MOST;
        while (by > 1
                && !(enough(by, header.width(), stored.width())
                        && enough(by, header.height(), stored.height()))) {
            by /= 2;
        }
        return by;
    }

    /// A full-size WebP averages colours itself.
    @Override
    public boolean shrinks() {
        Size stored = turn.of(plan.base());
        return header.width() >= MARGIN * stored.width()
                && header.height() >= MARGIN * stored.height();
    }

    private static boolean enough(int by, int side, int wanted) {
        boolean justAsLarge = Math.abs(side - by * wanted) < by;
        return side >= by * SMALLEST && (justAsLarge || side >= MARGIN * by * wanted);
    }

    @Override
    public RowSink open(int channels, Colours samples, int by) {
        colours = samples;
        RowSink sink = base(channels, by);
        if (!plan.planes()) {
            return sink;
        }
        YuvSink yuv = new YuvSink(header.size(), channels, colours, turn);
        planes = yuv;
        return (bytes, offset) -> {
            sink.row(bytes, offset);
            yuv.row(bytes, offset);
        };
    }

    private RowSink base(int channels, int by) {
        if (plan.base().equals(header.upright())) {
            collector = new Collector(header.width(), header.height(), channels);
            return collector;
        }
        Size stored = turn.of(plan.base());
        double width = header.width() / (double) by;
        double height = header.height() / (double) by;
        scaler = new Scaler(width, height, channels, stored);
        return scaler;
    }

    /// The largest picture needed, upright and in sRGB.
    Pixels base() throws EngineFailure {
        if (collector != null) {
            return turn.apply(colours.rgb(collector.pixels()));
        }
        if (scaler != null) {
            return turn.apply(colours.rgb(scaler.pixels()));
        }
        throw EngineFailure.broken("no pixels came");
    }

    /// The full picture for WebP, upright; made of the base where that is the whole.
    Yuv planes(Pixels base) {
        return planes == null ? Yuv.of(base) : planes.yuv();
    }
}
