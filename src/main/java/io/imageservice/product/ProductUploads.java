package io.imageservice.product;

import io.imageservice.asset.Idempotency.Answer;
import io.imageservice.asset.ImageLinks;
import io.imageservice.asset.Images;
import io.imageservice.asset.ReferenceSets;
import io.imageservice.asset.Submission;
import io.imageservice.asset.Submissions;
import io.imageservice.asset.UploadAnswer;
import io.imageservice.asset.UploadForm;
import io.imageservice.cache.KnownProducts;
import io.imageservice.engine.ImageFormat;
import io.imageservice.error.ErrorCode;
import io.imageservice.image.Image;
import io.imageservice.reference.Products;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes a product's image in: one file, small, of few formats, for a known product.
@ApplicationScoped
class ProductUploads {
    private final Submissions submissions;
    private final KnownProducts products;
    private final ReferenceSets sets;
    private final Images images;
    private final ImageLinks links;
    private final ProductConfig config;
    private final Set<ImageFormat> formats;

    ProductUploads(
            Submissions submissions,
            KnownProducts products,
            ReferenceSets sets,
            Images images,
            ImageLinks links,
            ProductConfig config) {
        this.submissions = submissions;
        this.products = products;
        this.sets = sets;
        this.images = images;
        this.links = links;
        this.config = config;
        this.formats = EnumSet.copyOf(config.imageFormats());
    }

    Answer upload(UUID product, UploadForm form, String path, @Nullable String key) {
        if (!products.known(product)) {
            throw ProductAdmission.unknown();
        }
        if (form.files().size() > 1) {
            throw ErrorCode.INVALID_REQUEST.because("one file, not " + form.files().size());
        }
        Submission submission =
                new Submission(
                        form,
                        path,
                        key,
                        Products.CATEGORY,
                        product.toString(),
                        form.field("uploaderId"),
                        List.of(),
                        null,
                        config.maxFileSize().asLongValue(),
                        formats,
                        new ProductAdmission(sets, images, product),
                        this::answer);
        return submissions.submit(submission).answer();
    }

    private Answer answer(List<Image> images) {
        Image image = images.getFirst();
        UploadAnswer body = UploadAnswer.of(image, links);
        return new Answer(202, "/api/v1/images/" + image.id, submissions.write(body));
    }
}
