package io.imageservice.engine.vips;

import io.imageservice.engine.EngineFailure;

/// Colours become sRGB of 8 bits: three bands, or four with alpha.
final class VipsColour {
    /// `VipsInterpretation`.
    private static final int CMYK = 15;

    private static final int SRGB = 22;

    private VipsColour() {}

    /// Whether scaling must wait for the conversion: four inks mix in no simple way, 16 bits scale
    /// slowly.
    static boolean beforeScaling(VipsImage image) {
        return interpretation(image) == CMYK
                || LibVips.FORMAT.call(image.pointer()) != VipsImage.UCHAR;
    }

    static VipsImage srgb(VipsImage image) throws EngineFailure {
        boolean inks = interpretation(image) == CMYK;
        if (inks || image.has("icc-profile-data")) {
            try {
                return image.apply(
                        "icc_transform",
                        "output_profile=srgb,embedded=true,intent=relative,depth=8"
                                + (inks ? ",input_profile=cmyk" : ""));
            } catch (EngineFailure profileOfNoUse) {
                if (profileOfNoUse.kind() != EngineFailure.Kind.BROKEN) {
                    throw profileOfNoUse;
                }
            }
        }
        boolean done = interpretation(image) == SRGB && !beforeScaling(image);
        return done ? image : image.apply("colourspace", "space=srgb");
    }

    private static int interpretation(VipsImage image) {
        return LibVips.INTERPRETATION.call(image.pointer());
    }
}
