package io.imageservice.confirm;

import static java.util.Objects.requireNonNull;

import io.imageservice.access.Caller;
import io.imageservice.access.Touched;
import io.imageservice.asset.Images;
import io.imageservice.asset.Lifecycle;
import io.imageservice.asset.ReferenceSet;
import io.imageservice.asset.ReferenceSets;
import io.imageservice.asset.Retirement;
import io.imageservice.error.ErrorCode;
import io.imageservice.image.Cause;
import io.imageservice.image.Image;
import io.imageservice.image.ImageStatus;
import io.imageservice.image.SetRevision;
import io.imageservice.reference.KnownProduct;
import io.imageservice.reference.Products;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Makes a list of images the set of a reference, whole or not at all. Two at once: one of the two
/// results, because both lock the set first. Locks: product, set, images by id.
@ApplicationScoped
class Confirmations {
    private final ReferenceSets sets;
    private final Retirement retirement;
    private final Lifecycle lifecycle;
    private final Caller caller;
    private final Touched touched;

    Confirmations(
            ReferenceSets sets,
            Retirement retirement,
            Lifecycle lifecycle,
            Caller caller,
            Touched touched) {
        this.sets = sets;
        this.retirement = retirement;
        this.lifecycle = lifecycle;
        this.caller = caller;
        this.touched = touched;
    }

    /// The images become the set of the reference in their own type.
    void confirm(String referenceId, List<UUID> listed, Cause cause) {
        ConfirmRules.list(listed);
        String category = ConfirmRules.category(listed, categories(listed));
        replace(category, referenceId, listed, Precondition.none(), cause);
    }

    /// The images become the set of the reference in this type; none end it.
    void replace(
            String category,
            String referenceId,
            List<UUID> listed,
            Precondition precondition,
            Cause cause) {
        ConfirmRules.list(listed);
        ConfirmRules.count(sets.type(category), listed.size());
        if (!listed.isEmpty()
                && !ConfirmRules.category(listed, categories(listed)).equals(category)) {
            throw ErrorCode.INVALID_REFERENCE.because("the images are of another type");
        }
        QuarkusTransaction.requiringNew()
                .run(() -> change(category, referenceId, listed, precondition, cause));
    }

    /// Ends the reference's sets in every type. Uploads in flight stay so.
    void end(String referenceId, Cause cause) {
        QuarkusTransaction.requiringNew().run(() -> endAll(referenceId, cause));
    }

    private void change(
            String category,
            String referenceId,
            List<UUID> listed,
            Precondition precondition,
            Cause cause) {
        Products.id(category, referenceId).ifPresent(KnownProduct::holdShared);
        ReferenceSet set = sets.open(category, referenceId);
        precondition.check(set.revision());
        touched.images(listed);
        Set<UUID> concerned = new LinkedHashSet<>(set.members());
        concerned.addAll(listed);
        Map<UUID, Image> images = new HashMap<>();
        Image.lockedInOrder(concerned).forEach(image -> images.put(image.id, image));
        if (!seesAll(images.values())) {
            throw Images.notFound();
        }
        ConfirmRules.states(listed, images, referenceId);
        listed.forEach(id -> bind(requireNonNull(images.get(id)), referenceId, cause));
        List<Image> unlisted = set.replace(listed).stream().map(images::get).toList();
        retirement.retire(unlisted, set, new Cause(cause.by(), "replaced", cause.traceId()));
        sets.save(set);
    }

    private void bind(Image image, String referenceId, Cause cause) {
        if (image.status() == ImageStatus.READY) {
            image.referenceId = referenceId;
            lifecycle.become(image, ImageStatus.CONFIRMED, cause);
        }
    }

    private void endAll(String referenceId, Cause cause) {
        Products.id(Products.CATEGORY, referenceId).ifPresent(KnownProduct::holdShared);
        List<ReferenceSet> open = new ArrayList<>();
        for (String category : SetRevision.categoriesOf(referenceId)) {
            sets.openExisting(category, referenceId).ifPresent(open::add);
        }
        List<UUID> members = open.stream().flatMap(set -> set.members().stream()).toList();
        List<Image> images = Image.lockedInOrder(members);
        touched.images(members);
        int ended = 0;
        for (ReferenceSet set : open) {
            List<UUID> ending = set.members();
            List<Image> ends = images.stream().filter(image -> ending.contains(image.id)).toList();
            if (seesAll(ends)) {
                retirement.retire(
                        ends, set, new Cause(cause.by(), "its set was ended", cause.traceId()));
                sets.save(set);
                ended++;
            }
        }
        if (ended == 0 && !open.isEmpty()) {
            throw Images.notFound();
        }
    }

    /// A set with another owner's image in it is that owner's.
    private boolean seesAll(Collection<Image> images) {
        return images.stream().allMatch(image -> caller.sees(image.owner));
    }

    private Map<UUID, String> categories(List<UUID> listed) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Image.categoriesOf(listed, caller.sees()));
    }
}
