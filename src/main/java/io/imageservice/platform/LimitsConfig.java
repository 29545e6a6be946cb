package io.imageservice.platform;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/// How much somebody may ask for. Public delivery, probes, metrics and the page are not counted.
@ConfigMapping(prefix = "images.limits")
interface LimitsConfig {
    /// Requests per window of one principal, over all pods; 0 = no limit.
    @WithDefault("0")
    @Min(0)
    long principal();

    /// Requests per window of one address (an IPv6 network of 64 bits counts as one), over all
    /// pods; 0 = no limit. Behind a proxy only where it is declared trusted
    /// (`QUARKUS_HTTP_PROXY_…`).
    @WithDefault("0")
    @Min(0)
    long address();

    /// Uploads of one address a pod takes at once, so that nobody holds all of
    /// `images.upload.max-concurrent` with bodies that hardly come; further ones are answered 429.
    /// 0 = no limit.
    @WithDefault("0")
    @Min(0)
    int uploadsPerAddress();

    /// Size of a JSON body, bytes; looked at every 8,000 bytes. More is answered 400.
    @WithDefault("4M")
    MemorySize json();

    /// How long what a client still sends after its answer is read and thrown away, 13.4 MB a
    /// second at most; then its connection is closed. When nothing comes, a quarter of this.
    @WithDefault("20s")
    Duration linger();

    /// The window both count in; what was used comes back evenly over it.
    @WithDefault("1m")
    Duration window();
}
