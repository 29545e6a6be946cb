package io.imageservice.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.imageservice.app.App;
import io.imageservice.app.AppOptions;
import io.imageservice.app.Client;
import io.imageservice.stack.Stack;
import io.imageservice.stack.StackOptions;
import io.imageservice.stack.Together;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// Several processes of the service on one stack: api processes that relay, and workers that relay
/// too.
final class Fleet implements AutoCloseable {
    private final Stack stack;
    private final List<App> apps;
    private final Map<App, Client> clients = new ConcurrentHashMap<>();

    private Fleet(Stack stack, List<App> apps) {
        this.stack = stack;
        this.apps = apps;
    }

    /// A stack of its own, prepared, and so many processes of each role.
    static Fleet start(int apis, int workers, int heapMegabytes) {
        return start(apis, workers, options("").heap(heapMegabytes));
    }

    static Fleet start(int apis, int workers, AppOptions options) {
        var stack = Stack.start(StackOptions.forTests());
        prepare(stack);
        return of(stack, apis, workers, options);
    }

    /// On a stack that is there and prepared.
    static Fleet of(Stack stack, int apis, int workers, AppOptions options) {
        var roles =
                Stream.concat(
                        Collections.nCopies(apis, "api").stream(),
                        Collections.nCopies(workers, "worker").stream());
        return of(stack, roles.map(options::as).toList());
    }

    /// One process for each of the options.
    static Fleet of(Stack stack, List<AppOptions> processes) {
        var apps = processes.stream().map(options -> App.launch(stack, options)).toList();
        apps.forEach(App::awaitReady);
        return new Fleet(stack, apps);
    }

    static AppOptions options(String role) {
        return AppOptions.role(role).heap(192).missedSoon();
    }

    static void prepare(Stack stack) {
        var migrate = App.launch(stack, options("migrate"));
        migrate.process().awaitEnd(Duration.ofMinutes(3));
        assertEquals(0, migrate.process().exitCode(), migrate::log);
    }

    Stack stack() {
        return stack;
    }

    List<App> apps() {
        return apps;
    }

    List<App> of(String role) {
        return apps.stream().filter(app -> app.role().equals(role)).toList();
    }

    /// The client of any api process, whether that is alive or not: one for all who ask, so that
    /// connections are reused.
    Client client(RandomGenerator random) {
        var apis = of("api");
        return clients.computeIfAbsent(
                apis.get(random.nextInt(apis.size())), api -> new Client(api.url()));
    }

    /// Ends all processes in good order; the stack goes on.
    void leave() {
        Together.each(apps, App::close);
    }

    @Override
    public void close() {
        leave();
        stack.close();
    }
}
