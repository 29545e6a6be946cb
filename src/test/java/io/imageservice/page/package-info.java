/// The page in a real browser: headless Chromium against the packaged service and real servers.
@NullMarked
package io.imageservice.page;

import org.jspecify.annotations.NullMarked;
