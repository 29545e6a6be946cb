/// What runs the service elsewhere: manifests, chart, compose file, dashboards, alert rules, and
/// whether they agree.
@NullMarked
package io.imageservice.deploy;

import org.jspecify.annotations.NullMarked;
