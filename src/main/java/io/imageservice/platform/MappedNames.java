package io.imageservice.platform;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.quarkus.runtime.configuration.NameIterator;
import io.quarkus.runtime.configuration.PropertiesUtil;
import io.smallrye.config.PropertyName;

/// Whether a name of the configuration goes on with a segment that is mapped.
///
/// Quarkus asks this to warn of names it does not know: of each name, level by level, for every
/// segment that is mapped there, a tenth of the way to the first answer. In the native executable
/// most are told apart by their first letters; a build against another Quarkus fails. On a JVM
/// nothing changes.
final class MappedNames {
    private MappedNames() {}

    /// True where the segments cannot match; false says nothing: wildcards, quotes and indexes are
    /// looked at by the library.
    static boolean differ(String name, int offset, String mapped) {
        if (offset >= name.length() || mapped.isEmpty()) {
            return false;
        }
        char one = name.charAt(offset);
        char other = mapped.charAt(0);
        return one != other && isLetter(one) && isLetter(other);
    }

    private static boolean isLetter(char character) {
        return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z';
    }

    @TargetClass(PropertiesUtil.class)
    static final class Util {
        @Substitute
        public static boolean isMapped(NameIterator name, String mapped) {
            String text = name.getName();
            int offset = name.getPosition() + 1;
            if (differ(text, offset, mapped)) {
                return false;
            }
            int end = name.getNextEnd();
            int length = end == 0 ? text.length() : end - offset;
            return PropertyName.equals(text, offset, length, mapped, 0, mapped.length());
        }
    }
}
