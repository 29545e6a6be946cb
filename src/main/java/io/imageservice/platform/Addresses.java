package io.imageservice.platform;

import io.vertx.ext.web.RoutingContext;

/// Addresses as limits count them.
final class Addresses {
    private static final int NETWORK_GROUPS = 4;

    private Addresses() {}

    /// Of who sends this request; empty where the connection is gone.
    static String of(RoutingContext request) {
        var from = request.request().remoteAddress();
        return from == null ? "" : one(String.valueOf(from.hostAddress()));
    }

    /// An IPv4 address itself; of an IPv6 address its network of 64 bits, because one household has
    /// all of it.
    ///
    /// @param address as Java writes one: IPv6 in eight groups, perhaps with a zone behind `%`
    static String one(String address) {
        if (!address.contains(":")) {
            return address;
        }
        String[] groups = address.replaceAll("%.*", "").split(":", -1);
        return groups.length == 8
                ? String.join(":", java.util.Arrays.copyOf(groups, NETWORK_GROUPS)) + "::/64"
                : address;
    }
}
