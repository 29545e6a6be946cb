package io.imageservice.platform;

import com.oracle.svm.core.annotate.Alias;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.ProfileConfigSourceInterceptor;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Names under an active profile (`%prod.quarkus.http.port`), and whether there are any.
///
/// SmallRye Config asks all sources for every name twice: under the profile, and as it is. In the
/// native executable the first question is asked only where a source has such names; a build
/// against another SmallRye Config fails. On a JVM nothing changes.
///
/// @param sources those asked; more join while the configuration is being built
/// @param any whether one of them has a name under an active profile
record ProfiledNames(ConfigSourceInterceptorContext sources, boolean any) {
    private static volatile @Nullable ProfiledNames last;

    /// Those of sources that were asked before, or are now.
    private static ProfiledNames of(ConfigSourceInterceptorContext sources, List<String> profiles) {
        var known = last;
        if (known == null || known.sources != sources) {
            known = new ProfiledNames(sources, amongst(sources.iterateNames(), profiles));
            last = known;
        }
        return known;
    }

    static boolean amongst(Iterator<String> names, List<String> profiles) {
        while (names.hasNext()) {
            String name = names.next();
            if (!ProfileConfigSourceInterceptor.activeName(name, profiles).equals(name)) {
                return true;
            }
        }
        return false;
    }

    @TargetClass(ProfileConfigSourceInterceptor.class)
    @SuppressWarnings("NullAway.Init") // the fields are the target's
    static final class Interceptor {
        @Alias private List<String> profiles;
        @Alias private List<String> prefixProfiles;

        @Substitute
        public @Nullable ConfigValue getProfileValue(
                ConfigSourceInterceptorContext context, String name) {
            if (!of(context, profiles).any()) {
                return null;
            }
            for (int i = 0; i < profiles.size(); i++) {
                ConfigValue value = context.proceed(prefixProfiles.get(i).concat(name));
                if (value != null) {
                    return value.withProfile(profiles.get(i));
                }
            }
            return null;
        }
    }
}
