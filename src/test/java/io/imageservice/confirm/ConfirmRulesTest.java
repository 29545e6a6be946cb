package io.imageservice.confirm;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.imageservice.error.ErrorCode;
import io.imageservice.error.ServiceException;
import io.imageservice.reference.ReferenceType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConfirmRulesTest {
    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);

    @Test
    void refusesAnImageListedTwiceAndSaysWhere() {
        var refusal = refused(() -> ConfirmRules.list(List.of(A, B, A)));

        assertEquals(ErrorCode.INVALID_IMAGE_SEQUENCE, refusal.code());
        assertEquals(2, refusal.errors().getFirst().index());
    }

    @Test
    void refusesMoreThanAnySetMayHold() {
        List<UUID> many =
                Stream.iterate(0, i -> i + 1).limit(1001).map(i -> new UUID(1, i)).toList();

        assertEquals(ErrorCode.IMAGE_COUNT_EXCEEDED, refused(() -> ConfirmRules.list(many)).code());
        assertDoesNotThrow(() -> ConfirmRules.list(many.subList(0, 1000)));
    }

    @Test
    void refusesEveryUnknownImageAtOnce() {
        var refusal = refused(() -> ConfirmRules.category(List.of(A, B), Map.of()));

        assertEquals(ErrorCode.IMAGE_NOT_FOUND, refusal.code());
        assertEquals(2, refusal.errors().size());
    }

    @Test
    void refusesImagesOfDifferentTypes() {
        var refusal =
                refused(() -> ConfirmRules.category(List.of(A, B), Map.of(A, "POST", B, "BANNER")));

        assertEquals(ErrorCode.INVALID_REFERENCE, refusal.code());
    }

    @Test
    void refusesSeveralForATypeThatAllowsOne() {
        var refusal = refused(() -> ConfirmRules.count(type(false, 1), 2));

        assertEquals(ErrorCode.NOT_ALLOWED_MULTIPLE_IMAGES, refusal.code());
    }

    @Test
    void refusesMoreThanTheTypeAllows() {
        assertDoesNotThrow(() -> ConfirmRules.count(type(true, 10), 10));
        var refusal = refused(() -> ConfirmRules.count(type(true, 10), 11));

        assertEquals(ErrorCode.IMAGE_COUNT_EXCEEDED, refusal.code());
    }

    private static ReferenceType type(boolean several, int most) {
        ReferenceType type = new ReferenceType();
        type.code = "POST";
        type.allowsMultiple = several;
        type.maxImages = most;
        return type;
    }

    private static ServiceException refused(Runnable rule) {
        return assertThrows(ServiceException.class, rule::run);
    }
}
