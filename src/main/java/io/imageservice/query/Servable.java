package io.imageservice.query;

import io.imageservice.engine.ImageFormat;
import io.imageservice.image.Image;
import io.imageservice.image.StoredObject;

/// An object that may be served: what is needed of its row once the transaction is over.
///
/// @param fileName what a browser is to call it
record Servable(String key, ImageFormat format, String fileName) {
    static Servable of(Image image, StoredObject object) {
        ImageFormat format = ImageFormat.valueOf(object.format);
        int dot = image.fileName.lastIndexOf('.');
        String stem = dot > 0 ? image.fileName.substring(0, dot) : image.fileName;
        String suffix =
                object.rendition.equals(StoredObject.MAIN)
                                || object.rendition.equals(StoredObject.ORIGINAL)
                        ? ""
                        : "-" + object.rendition;
        return new Servable(object.key, format, stem + suffix + "." + format.extension());
    }
}
