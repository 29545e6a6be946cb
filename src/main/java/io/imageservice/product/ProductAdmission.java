package io.imageservice.product;

import io.imageservice.asset.Admission;
import io.imageservice.asset.Images;
import io.imageservice.asset.ReferenceSet;
import io.imageservice.asset.ReferenceSets;
import io.imageservice.error.ErrorCode;
import io.imageservice.error.ServiceException;
import io.imageservice.image.Image;
import io.imageservice.reference.KnownProduct;
import io.imageservice.reference.Products;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes the next place of a product's set for an upload, under the product's and the set's lock.
final class ProductAdmission implements Admission {
    private final ReferenceSets sets;
    private final Images images;
    private final UUID product;
    private @Nullable ReferenceSet set;

    ProductAdmission(ReferenceSets sets, Images images, UUID product) {
        this.sets = sets;
        this.images = images;
        this.product = product;
    }

    @Override
    public void admit() {
        if (!KnownProduct.holdShared(product)) {
            throw unknown();
        }
        ReferenceSet opened = sets.open(Products.CATEGORY, product.toString());
        if (!images.own(opened.images())) {
            throw unknown();
        }
        if (!opened.hasRoomFor(1)) {
            throw ErrorCode.IMAGE_COUNT_EXCEEDED.because(
                    "the product has as many images as it may, those on their way counted");
        }
        set = opened;
    }

    @Override
    public void recorded(List<Image> images) {
        if (set == null) {
            throw new IllegalStateException("recorded without being admitted");
        }
        for (Image image : images) {
            set.reserve(image.id);
        }
        sets.save(set);
    }

    static ServiceException unknown() {
        return ErrorCode.PRODUCT_NOT_FOUND.because("there is no product of this id");
    }
}
