package io.imageservice.engine.vips;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.List;

/// The shapes of the native functions called, one record each. Its name spells it: the result, then
/// the arguments; P a pointer (or a `GType`, as wide), I an `int`, L a `size_t`, V nothing.
///
/// A native executable can call no other shape than `reachability-metadata.json` lists:
/// `NativeShapesTest` holds that file to [#ALL].
sealed interface Shape {
    List<FunctionDescriptor> ALL =
            List.of(
                    P.D, PP.D, PPP.D, PPPL.D, PPLIIII.D, IP.D, IPP.D, IPPI.D, VI.D, VP.D, VPI.D,
                    VPPP.D);

    MethodHandle handle();

    /// A downcall declares `Throwable` and throws none of its own: this is a bug of ours.
    private static IllegalStateException bug(Throwable cause) {
        return new IllegalStateException("a native function was wrongly called", cause);
    }

    record P(MethodHandle handle) implements Shape {
        static final FunctionDescriptor D = FunctionDescriptor.of(ADDRESS);

        MemorySegment call() {
            try {
                return (MemorySegment) handle.invokeExact();
            } catch (Throwable e) {
                throw bug(e);
            }
        }
    }

    record PP(MethodHandle handle) implements Shape {
        static final FunctionDescriptor D = FunctionDescriptor.of(ADDRESS, ADDRESS);

        MemorySegment call(MemorySegment a) {
            try {
                return (MemorySegment) handle.invokeExact(a);
            } catch (Throwable e) {
                throw bug(e);
            }
        }
    }

    record PPP(MethodHandle handle) implements Shape {
        static final FunctionDescriptor D = FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS);

        MemorySegment call(MemorySegment a, MemorySegment b) {
            try {
                return (MemorySegment) handle.invokeExact(a, b);
            } catch (Throwable e) {
                throw bug(e);
            }
        }
    }

    record PPPL(MethodHandle handle) implements Shape {
        static final FunctionDescriptor D =
                FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, JAVA_LONG);

        MemorySegment call(MemorySegment a, MemorySegment b, long c) {
            try {
                return (MemorySegment) handle.invokeExact(a, b, c);
            } catch (Throwable e) {
                throw bug(e);
            }
        }
    }

    record PPLIIII(MethodHandle handle) implements Shape {
        static final FunctionDescriptor D =
                FunctionDescriptor.of(
                        ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);

        MemorySegment call(MemorySegment a, long b, int c, int d, int e, int f) {
            try {
                return (MemorySegment) handle.invokeExact(a, b, c, d, e, f);
            } catch (Throwable e2) {
                throw bug(e2);
            }
        }
    }

    record IP(MethodHandle handle) implements Shape {
        static final FunctionDescriptor D = FunctionDescriptor.of(JAVA_INT, ADDRESS);

        int call(MemorySegment a) {
            try {
                return (int) handle.invokeExact(a);
            } catch (Throwable e) {
                throw bug(e);
            }
        }
    }

    record IPP(MethodHandle handle) implements Shape {
        static final FunctionDescriptor D = FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS);

        int call(MemorySegment a, MemorySegment b) {
            try {
                return (int) handle.invokeExact(a, b);
            } catch (Throwable e) {
                throw bug(e);
            }
        }
    }

    record IPPI(MethodHandle handle) implements Shape {
        static final FunctionDescriptor D =
                FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT);

        int call(MemorySegment a, MemorySegment b, int c) {
            try {
                return (int) handle.invokeExact(a, b, c);
            } catch (Throwable e) {
                throw bug(e);
            }
        }
    }

    record VI(MethodHandle handle) implements Shape {
        static final FunctionDescriptor D = FunctionDescriptor.ofVoid(JAVA_INT);

        void call(int a) {
            try {
                handle.invokeExact(a);
            } catch (Throwable e) {
                throw bug(e);
            }
        }
    }

    record VP(MethodHandle handle) implements Shape {
        static final FunctionDescriptor D = FunctionDescriptor.ofVoid(ADDRESS);

        void call(MemorySegment a) {
            try {
                handle.invokeExact(a);
            } catch (Throwable e) {
                throw bug(e);
            }
        }
    }

    record VPI(MethodHandle handle) implements Shape {
        static final FunctionDescriptor D = FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT);

        void call(MemorySegment a, int b) {
            try {
                handle.invokeExact(a, b);
            } catch (Throwable e) {
                throw bug(e);
            }
        }
    }

    record VPPP(MethodHandle handle) implements Shape {
        static final FunctionDescriptor D = FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS);

        void call(MemorySegment a, MemorySegment b, MemorySegment c) {
            try {
                handle.invokeExact(a, b, c);
            } catch (Throwable e) {
                throw bug(e);
            }
        }
    }
}
