package io.imageservice.asset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.imageservice.image.ImageSequence;
import io.imageservice.image.SetRevision;
import io.imageservice.reference.ReferenceType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReferenceSetTest {
    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID C = new UUID(0, 3);
    private static final UUID D = new UUID(0, 4);

    @Test
    void replacingTakesTheListAsTheNewOrder() {
        ReferenceSet set = setOf(10, A, B);

        List<UUID> gone = set.replace(List.of(C, A));

        assertEquals(List.of(C, A), set.members());
        assertEquals(List.of(B), gone);
        assertTrue(set.changed());
    }

    @Test
    void theSameSetAgainIsNoChange() {
        ReferenceSet set = setOf(10, A, B);

        set.replace(List.of(A, B));

        assertFalse(set.changed());
        assertEquals(List.of(), set.added());
        assertEquals(List.of(), set.removed());
    }

    @Test
    void anotherOrderIsAChange() {
        ReferenceSet set = setOf(10, A, B);

        set.replace(List.of(B, A));

        assertTrue(set.changed());
    }

    @Test
    void closesUpWhenOneLeaves() {
        ReferenceSet set = setOf(10, A, B, C);

        set.drop(B);

        assertEquals(List.of(A, C), set.members());
        assertEquals(1, set.removed().size());
    }

    @Test
    void uploadsJoinInTheOrderOfUploadWhicheverIsReadyFirst() {
        ReferenceSet set = setOf(10, A);
        set.reserve(B);
        set.reserve(C);

        assertTrue(set.admit(C));
        assertEquals(List.of(A, C), set.members());
        assertTrue(set.admit(B));
        assertEquals(List.of(A, B, C), set.members());
    }

    @Test
    void aPlaceTakenAtUploadCounts() {
        ReferenceSet set = setOf(3, A);
        set.reserve(B);

        assertTrue(set.hasRoomFor(1));
        assertFalse(set.hasRoomFor(2));
        assertFalse(set.changed());
    }

    @Test
    void waitingUploadsStayBehindAReplacedSet() {
        ReferenceSet set = setOf(3, A);
        set.reserve(B);

        set.replace(List.of(C, D));

        assertTrue(set.waits(B));
        assertTrue(set.admit(B));
        assertEquals(List.of(C, D, B), set.members());
    }

    @Test
    void aWaitingUploadWithoutRoomHasNoPlaceAnyMore() {
        ReferenceSet set = setOf(2, A);
        set.reserve(B);
        set.replace(List.of(C, D));

        assertFalse(set.admit(B));
        assertEquals(List.of(C, D), set.images());
    }

    private static ReferenceSet setOf(int limit, UUID... members) {
        ReferenceType type = new ReferenceType();
        type.code = "POST";
        type.allowsMultiple = true;
        type.maxImages = limit;
        SetRevision row = new SetRevision();
        row.category = "POST";
        row.referenceId = "post-1";
        List<ImageSequence> places = new ArrayList<>();
        for (UUID member : members) {
            ImageSequence place = new ImageSequence();
            place.imageId = member;
            place.category = row.category;
            place.referenceId = row.referenceId;
            place.seqNumber = places.size();
            place.place = places.size();
            places.add(place);
        }
        return new ReferenceSet(type, row, places);
    }
}
