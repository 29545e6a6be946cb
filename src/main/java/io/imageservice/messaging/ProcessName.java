package io.imageservice.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;

/// The name this process signs leases and claims with: the host's, and something no other start
/// has.
@ApplicationScoped
public class ProcessName {
    private static final int LONGEST_HOST = 60;

    private final String name = host() + "-" + UUID.randomUUID().toString().substring(0, 8);

    /// At most 69 characters.
    public String name() {
        return name;
    }

    private static String host() {
        String host = System.getenv().getOrDefault("HOSTNAME", "");
        if (host.isEmpty()) {
            try {
                host = InetAddress.getLocalHost().getHostName();
            } catch (UnknownHostException e) {
                host = "unknown";
            }
        }
        return host.length() <= LONGEST_HOST ? host : host.substring(0, LONGEST_HOST);
    }
}
