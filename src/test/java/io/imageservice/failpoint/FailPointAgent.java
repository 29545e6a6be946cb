package io.imageservice.failpoint;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// `-javaagent:JAR=FOLDER`: puts the points named in `FOLDER/points` into the classes as they are
/// loaded.
public final class FailPointAgent implements ClassFileTransformer {
    private final List<Point> points;

    private FailPointAgent(List<Point> points) {
        this.points = points;
    }

    public static void premain(String folder, Instrumentation instrumentation) throws IOException {
        FailPoint.in(Path.of(folder));
        var points =
                Files.readAllLines(Path.of(folder, "points")).stream().map(Point::read).toList();
        instrumentation.addTransformer(new FailPointAgent(points));
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            String name,
            @Nullable Class<?> known,
            @Nullable ProtectionDomain domain,
            byte[] bytes) {
        var own =
                points.stream()
                        .filter(point -> point.type().equals(name.replace('/', '.')))
                        .toList();
        if (own.isEmpty() || loader == null) {
            return null;
        }
        try {
            return with(own, loader, bytes);
        } catch (RuntimeException e) {
            System.err.println("no fail points in " + name + ": " + e);
            return null;
        }
    }

    private static byte[] with(List<Point> own, ClassLoader loader, byte[] bytes) {
        var types =
                ClassHierarchyResolver.defaultResolver()
                        .orElse(ClassHierarchyResolver.ofResourceParsing(loader));
        var file = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(types));
        var result = bytes;
        for (var point : own) {
            var transform =
                    ClassTransform.transformingMethodBodies(
                            method ->
                                    method.methodName().equalsString(point.method())
                                            && method.methodTypeSymbol().parameterCount()
                                                    == point.parameters(),
                            new Insert(point));
            result = file.transformClass(file.parse(result), transform);
        }
        System.out.println(
                "fail points: " + own.stream().map(Point::name).collect(Collectors.joining(", ")));
        return result;
    }

    private record Insert(Point point) implements CodeTransform {
        private static final ClassDesc OWNER = ClassDesc.of(FailPoint.class.getName());
        private static final MethodTypeDesc HIT =
                MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String);

        @Override
        public void atStart(CodeBuilder code) {
            if (!point.after()) {
                call(code);
            }
        }

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            if (point.after() && element instanceof ReturnInstruction) {
                call(code);
            }
            code.with(element);
        }

        private void call(CodeBuilder code) {
            code.loadConstant(point.name()).invokestatic(OWNER, "hit", HIT);
        }
    }
}
