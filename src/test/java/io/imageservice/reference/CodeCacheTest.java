package io.imageservice.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CodeCacheTest {
    private final ShelfOfWords shelf = new ShelfOfWords();
    private final CodeCache<String> cache = new CodeCache<>(shelf, word -> word);

    @Test
    void readsTheTableOnceForManyQuestions() {
        shelf.words.add("A");

        cache.find("A");
        cache.find("A");
        cache.all();

        assertEquals(1, shelf.reads);
    }

    @Test
    void readsThroughOnAMissAndKeepsWhatItFound() {
        shelf.words.add("A");
        cache.all();
        shelf.words.add("B");

        assertEquals(Optional.of("B"), cache.find("B"));
        assertEquals(List.of("A", "B"), cache.all());
        assertEquals(Optional.empty(), cache.find("C"));
    }

    @Test
    void forgetsOnRefreshWhatIsGone() {
        shelf.words.addAll(List.of("A", "B"));
        cache.all();
        shelf.words.remove("A");

        cache.refresh();

        assertEquals(List.of("B"), cache.all());
    }

    private static final class ShelfOfWords implements CodeCache.Source<String> {
        final List<String> words = new ArrayList<>();
        int reads;

        @Override
        public List<String> all() {
            reads++;
            return List.copyOf(words);
        }

        @Override
        public Optional<String> one(String code) {
            return words.contains(code) ? Optional.of(code) : Optional.empty();
        }
    }
}
