package io.imageservice.faults;

import io.imageservice.app.Client.Answer;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/// What the service said it had done: every answer below 300, by what it promised.
final class Deeds {
    final Queue<String> uploaded = new ConcurrentLinkedQueue<>();
    final Queue<String> confirmed = new ConcurrentLinkedQueue<>();
    final Queue<String> deleted = new ConcurrentLinkedQueue<>();

    /// Answers that were neither a success nor a problem document, as `step status body`.
    final Queue<String> unclear = new ConcurrentLinkedQueue<>();

    private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();

    /// Counts an answer: `upload 202`; status 0 is a connection that broke.
    private void count(String step, int status) {
        answers.computeIfAbsent(step + " " + status, any -> new LongAdder()).increment();
    }

    /// Counts an answer and keeps one that is neither a success nor a problem document.
    ///
    /// @return whether it was a success
    boolean answered(String step, Answer answer) {
        count(step, answer.status());
        var success = answer.status() >= 200 && answer.status() < 300;
        if (!success && answer.status() != 0 && !answer.isProblem()) {
            unclear.add(step + " " + answer.status() + " " + answer.body());
        }
        return success;
    }

    void confirmed(List<String> ids) {
        confirmed.addAll(ids);
    }

    /// How many answers of a step had a status in a range.
    long answers(String step, int from, int to) {
        return answers.entrySet().stream()
                .filter(e -> e.getKey().startsWith(step + " "))
                .filter(e -> status(e.getKey()) >= from && status(e.getKey()) <= to)
                .mapToLong(e -> e.getValue().sum())
                .sum();
    }

    private static int status(String counted) {
        return Integer.parseInt(counted.substring(counted.indexOf(' ') + 1));
    }

    @Override
    public String toString() {
        return new java.util.TreeMap<>(answers).toString();
    }
}
