package io.imageservice.engine.imageio;

import io.imageservice.engine.Size;
import io.imageservice.engine.raster.Pixels;
import io.imageservice.engine.raster.Scaler;
import java.util.ArrayList;
import java.util.List;

/// The scaled pictures there are already; small ones are made from medium ones.
final class Bases {
    /// A picture is made from one at least this many times as large, else from the largest: twice
    /// scaled by little is blurred twice.
    private static final int FAR = 2;

    private final List<Pixels> largestFirst = new ArrayList<>();

    Bases(Pixels largest) {
        largestFirst.add(largest);
    }

    Pixels of(Size size) {
        for (Pixels there : largestFirst) {
            if (there.size().equals(size)) {
                return there;
            }
        }
        Pixels source = largestFirst.getFirst();
        for (Pixels there : largestFirst) {
            boolean enough =
                    there.width() >= size.width() * FAR && there.height() >= size.height() * FAR;
            source = enough ? there : source;
        }
        Pixels made = Scaler.scale(source, size);
        largestFirst.add(made);
        return made;
    }

    Pixels largest() {
        return largestFirst.getFirst();
    }
}
