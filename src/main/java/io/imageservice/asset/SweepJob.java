package io.imageservice.asset;

import java.util.Map;

/// A duty with a schedule that an operator may also start (`POST /api/v1/admin/sweeps/{job}`).
/// Every bean of this type can be started by its name. Running it twice harms nothing.
public interface SweepJob {
    /// Lower case with dashes: `failed-deletes`.
    String name();

    /// Does it now, whoever else may be at it; called under a lease.
    ///
    /// @return what it did, as counts by name
    Map<String, Long> run();
}
