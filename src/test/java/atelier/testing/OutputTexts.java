package atelier.testing;

import com.tngtech.archunit.thirdparty.org.objectweb.asm.ClassReader;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.ClassVisitor;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.Handle;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.MethodVisitor;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.Opcodes;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.Type;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds, in compiled classes, where an Output is turned into text: by {@code +}, {@code String.valueOf},
 * {@code StringBuilder.append}, {@code toString} or as an argument of {@code String.format}.
 *
 * <p>It looks at what the instruction before left on the stack, so an Output that hides behind the type Object is missed.
 */
public final class OutputTexts {
    private static final String OUTPUT = "com/pulumi/core/Output";
    private static final Set<String> TO_TEXT = Set.of("valueOf", "append", "toString", "makeConcatWithConstants");

    private OutputTexts() {}

    /** One line per place, as class and method. */
    public static List<String> in(Path classes) {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : (Iterable<Path>) files.filter(path -> path.toString().endsWith(".class")).sorted()::iterator) {
                new ClassReader(Files.readAllBytes(file)).accept(new ClassFinder(found), ClassReader.SKIP_DEBUG);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found;
    }

    private static final class ClassFinder extends ClassVisitor {
        private final List<String> found;
        private String owner = "";

        ClassFinder(List<String> found) {
            super(Opcodes.ASM9);
            this.found = found;
        }

        @Override
        public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
            owner = name.replace('/', '.');
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodFinder(owner + "." + name, (access & Opcodes.ACC_STATIC) != 0, descriptor, found);
        }
    }

    /** Follows Outputs through local variables and over one instruction. */
    private static final class MethodFinder extends MethodVisitor {
        private final String method;
        private final List<String> found;
        private final Set<Integer> outputVariables = new HashSet<>();
        private boolean outputOnTop;
        private boolean arrayOfObjects;
        private boolean outputInArray;

        MethodFinder(String method, boolean isStatic, String descriptor, List<String> found) {
            super(Opcodes.ASM9);
            this.method = method;
            this.found = found;
            int variable = isStatic ? 0 : 1;
            for (Type parameter : Type.getArgumentTypes(descriptor)) {
                if (isOutput(parameter)) {
                    outputVariables.add(variable);
                }
                variable += parameter.getSize();
            }
        }

        @Override
        public void visitVarInsn(int opcode, int variable) {
            if (opcode == Opcodes.ASTORE && outputOnTop) {
                outputVariables.add(variable);
            } else if (opcode == Opcodes.ASTORE) {
                outputVariables.remove(variable);
            }
            outputOnTop = opcode == Opcodes.ALOAD && outputVariables.contains(variable);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            boolean read = opcode == Opcodes.GETFIELD || opcode == Opcodes.GETSTATIC;
            outputOnTop = read && isOutput(Type.getType(descriptor));
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            boolean isText = owner.startsWith("java/lang/") || owner.equals("java/util/Objects") || owner.equals(OUTPUT);
            report(outputOnTop && isText && TO_TEXT.contains(name));
            if (name.startsWith("format")) {
                report(outputInArray && !owner.equals(OUTPUT));
                outputInArray = false;
            }
            outputOnTop = isOutput(Type.getReturnType(descriptor));
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            report(TO_TEXT.contains(name) && descriptor.contains("L" + OUTPUT + ";"));
            outputOnTop = isOutput(Type.getReturnType(descriptor));
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            if (opcode == Opcodes.ANEWARRAY) {
                arrayOfObjects = type.equals("java/lang/Object");
            }
            outputOnTop = opcode == Opcodes.CHECKCAST && type.equals(OUTPUT);
        }

        @Override
        public void visitInsn(int opcode) {
            outputInArray |= opcode == Opcodes.AASTORE && outputOnTop && arrayOfObjects;
            outputOnTop = false;
        }

        @Override
        public void visitLdcInsn(Object value) {
            outputOnTop = false;
        }

        private void report(boolean isText) {
            if (isText) {
                found.add(method);
            }
        }

        private static boolean isOutput(Type type) {
            return type.getSort() == Type.OBJECT && type.getInternalName().equals(OUTPUT);
        }
    }
}
