package io.imageservice.stack;

import java.nio.file.Path;
import java.util.stream.Collectors;

/// A program that starts a stack, prints the process ids of its parts and waits to be killed.
final class HeldStack {
    private HeldStack() {}

    public static void main(String[] arguments) throws InterruptedException {
        var stack = Stack.start(StackOptions.keptIn(Path.of(arguments[0])));
        System.out.println(
                stack.parts().stream()
                        .map(part -> Long.toString(part.running().pid()))
                        .collect(Collectors.joining(" ")));
        Thread.sleep(60_000);
    }
}
