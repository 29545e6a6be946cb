package io.imageservice.processing;

import io.imageservice.engine.Header;
import io.imageservice.engine.Output;
import io.imageservice.engine.Rendered;
import io.imageservice.engine.Rendition;
import io.imageservice.engine.metadata.MetadataStripper;
import io.imageservice.engine.metadata.Stripping;
import io.imageservice.image.StorageKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Gives what an engine drew, or kept, the keys it is stored under.
@ApplicationScoped
class Products {
    /// Everything drawn; where the engine kept the original (an animation), its bytes.
    Rendering of(Job job, Path original, Header header, Rendered rendered) {
        List<Product> all = new ArrayList<>();
        for (Output output : rendered.outputs()) {
            all.add(
                    switch (output) {
                        case Output.Encoded encoded -> encoded(job, encoded);
                        case Output.Kept(String name, String why) ->
                                original(job, name, original, header);
                    });
        }
        return new Rendering.Finished(all, rendered.look());
    }

    /// The upload's own bytes as `main`, and nothing beside it (S2's fallback).
    Rendering kept(Job job, Path original, Header header) {
        return new Rendering.Finished(
                List.of(original(job, Rendition.MAIN, original, header)), null);
    }

    private static Product encoded(Job job, Output.Encoded encoded) {
        return new Product(
                encoded.name(),
                key(job, encoded.name(), encoded.format().extension()),
                encoded.format(),
                encoded.width(),
                encoded.height(),
                true,
                new Product.Bytes.InMemory(encoded.bytes()));
    }

    /// Without its metadata, where that can be taken out; such bytes everybody may have.
    private static Product original(Job job, String name, Path original, Header header) {
        return switch (MetadataStripper.strip(bytes(original), header)) {
            case Stripping.Clean(byte[] clean) ->
                    original(job, name, header, true, new Product.Bytes.InMemory(clean));
            case Stripping.Impossible impossible ->
                    original(job, name, header, false, onDisk(original));
        };
    }

    private static Product original(
            Job job, String name, Header header, boolean deliverable, Product.Bytes bytes) {
        return new Product(
                name,
                key(job, name, header.format().extension()),
                header.format(),
                header.upright().width(),
                header.upright().height(),
                deliverable,
                bytes);
    }

    private static String key(Job job, String rendition, String extension) {
        return rendition.equals(Rendition.MAIN)
                ? job.path()
                : StorageKey.rendition(job.path(), rendition, extension);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Product.Bytes onDisk(Path file) {
        try {
            return new Product.Bytes.OnDisk(file, Files.size(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
