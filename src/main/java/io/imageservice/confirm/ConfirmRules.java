package io.imageservice.confirm;

import static java.util.Objects.requireNonNull;

import io.imageservice.error.ErrorCode;
import io.imageservice.error.ProblemError;
import io.imageservice.error.ServiceException;
import io.imageservice.image.Image;
import io.imageservice.reference.ReferenceType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What a list of images must keep to, to become the set of a reference (spec 4-data.md, "States").
/// What concerns the list comes before what concerns its images; of several the first is the
/// answer.
final class ConfirmRules {
    private ConfirmRules() {}

    /// Each listed once, and not more than any set may hold.
    static void list(List<UUID> listed) {
        Set<UUID> seen = new HashSet<>();
        List<ProblemError> twice = new ArrayList<>();
        for (int i = 0; i < listed.size(); i++) {
            if (!seen.add(listed.get(i))) {
                String detail = "listed before: " + listed.get(i);
                twice.add(ProblemError.at(i, ErrorCode.INVALID_IMAGE_SEQUENCE, detail));
            }
        }
        refuse(twice);
        if (listed.size() > ReferenceType.MAX_SET) {
            throw tooMany(listed.size(), ReferenceType.MAX_SET);
        }
    }

    /// All known and of one type.
    ///
    /// @param categories of those that are known
    /// @return the type's code
    static String category(List<UUID> listed, Map<UUID, String> categories) {
        refuse(
                errors(
                        listed,
                        id ->
                                categories.containsKey(id)
                                        ? Optional.empty()
                                        : Optional.of(ErrorCode.IMAGE_NOT_FOUND)));
        Set<String> distinct = new HashSet<>(categories.values());
        if (distinct.size() > 1) {
            throw ErrorCode.INVALID_REFERENCE.because("the images are of different types");
        }
        return distinct.iterator().next();
    }

    /// As many as the type allows.
    static void count(ReferenceType type, int size) {
        if (size > 1 && !type.allowsMultiple) {
            throw ErrorCode.NOT_ALLOWED_MULTIPLE_IMAGES.because(
                    "%s allows one image, not %d".formatted(type.code, size));
        }
        if (size > type.setLimit()) {
            throw tooMany(size, type.setLimit());
        }
    }

    /// Each in a state that can be confirmed for this reference; called under the images' locks.
    static void states(List<UUID> listed, Map<UUID, Image> images, String referenceId) {
        refuse(errors(listed, id -> state(requireNonNull(images.get(id)), referenceId)));
    }

    private static Optional<ErrorCode> state(Image image, String referenceId) {
        boolean another = image.referenceId != null && !image.referenceId.equals(referenceId);
        return switch (image.status()) {
            case TEMP -> Optional.of(ErrorCode.IMAGE_PROCESSING_IN_PROGRESS);
            case FAILED -> Optional.of(ErrorCode.IMAGE_PROCESSING_FAILED);
            case DELETED -> Optional.of(ErrorCode.IMAGE_NOT_FOUND);
            case READY -> another ? Optional.of(ErrorCode.INVALID_REFERENCE) : Optional.empty();
            case CONFIRMED ->
                    another ? Optional.of(ErrorCode.IMAGE_ALREADY_CONFIRMED) : Optional.empty();
        };
    }

    private interface Rule {
        Optional<ErrorCode> broken(UUID id);
    }

    private static List<ProblemError> errors(List<UUID> listed, Rule rule) {
        List<ProblemError> errors = new ArrayList<>();
        for (int i = 0; i < listed.size(); i++) {
            UUID id = listed.get(i);
            int index = i;
            rule.broken(id)
                    .ifPresent(code -> errors.add(ProblemError.at(index, code, why(code, id))));
        }
        return errors;
    }

    private static String why(ErrorCode code, UUID id) {
        return switch (code) {
            case IMAGE_NOT_FOUND -> "there is no image " + id;
            case IMAGE_PROCESSING_IN_PROGRESS -> "still being rendered: " + id;
            case IMAGE_PROCESSING_FAILED -> "could not be rendered: " + id;
            case IMAGE_ALREADY_CONFIRMED -> "confirmed for another reference: " + id;
            case INVALID_REFERENCE -> "uploaded for another reference: " + id;
            default -> throw new IllegalStateException("no rule refuses with " + code);
        };
    }

    private static void refuse(List<ProblemError> errors) {
        if (!errors.isEmpty()) {
            ProblemError first = errors.getFirst();
            throw first.code().because(first.detail()).with(errors);
        }
    }

    private static ServiceException tooMany(int size, int limit) {
        return ErrorCode.IMAGE_COUNT_EXCEEDED.because(
                "a set of this type holds at most %d images, not %d".formatted(limit, size));
    }
}
