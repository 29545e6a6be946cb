package io.imageservice.faults;

import java.util.ArrayList;
import java.util.List;

/// Measurements over time, in minutes, and the straight line through their second half.
final class Slope {
    record Point(double minute, double megabytes) {}

    private final List<Point> points = new ArrayList<>();

    void add(double minute, double megabytes) {
        points.add(new Point(minute, megabytes));
    }

    List<Point> points() {
        return points;
    }

    double first() {
        return points.getFirst().megabytes();
    }

    double last() {
        return points.getLast().megabytes();
    }

    double most() {
        return points.stream().mapToDouble(Point::megabytes).max().orElse(0);
    }

    /// Least squares.
    double anHour() {
        var half = points.subList(points.size() / 2, points.size());
        double x = half.stream().mapToDouble(Point::minute).average().orElse(0);
        double y = half.stream().mapToDouble(Point::megabytes).average().orElse(0);
        double above = half.stream().mapToDouble(p -> (p.minute() - x) * (p.megabytes() - y)).sum();
        double below = half.stream().mapToDouble(p -> (p.minute() - x) * (p.minute() - x)).sum();
        return below == 0 ? 0 : 60 * above / below;
    }
}
