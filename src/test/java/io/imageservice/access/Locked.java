package io.imageservice.access;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/// The service as it is for strangers: keys, and owners apart.
public class Locked implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "images.auth", "keys",
                "images.owner-isolation", "on",
                "images.kafka.group", "locked-test");
    }
}
