package io.lintel.testing;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;

/** Reads the requirement ids from the code that a test, whichever engine runs it, came from. */
final class RequirementSources {

    private RequirementSources() {}

    /** Class and method, {@code a.b.SomeTest#holds}, or the class alone; empty where the source is neither. */
    static Optional<String> nameOf(Optional<TestSource> source) {
        if (source.orElse(null) instanceof MethodSource method) {
            return Optional.of(method.getClassName() + "#" + method.getMethodName());
        }
        return source.orElse(null) instanceof ClassSource type ? Optional.of(type.getClassName()) : Optional.empty();
    }

    static Set<String> idsOf(Optional<TestSource> source) {
        Set<String> ids = new TreeSet<>();
        if (source.orElse(null) instanceof MethodSource method) {
            Method javaMethod = method.getJavaMethod();
            addIds(javaMethod, ids);
            addIdsOfClassAndItsHosts(method.getJavaClass(), ids);
        } else if (source.orElse(null) instanceof ClassSource type) {
            addIdsOfClassAndItsHosts(type.getJavaClass(), ids);
        }
        return ids;
    }

    private static void addIdsOfClassAndItsHosts(Class<?> type, Set<String> ids) {
        for (Class<?> host = type; host != null; host = host.getEnclosingClass()) {
            for (Class<?> each = host; each != null; each = each.getSuperclass()) {
                addIds(each, ids);
            }
        }
    }

    private static void addIds(AnnotatedElement element, Set<String> ids) {
        AnnotationSupport.findAnnotation(element, Requirement.class)
                .map(Requirement::value)
                .map(List::of)
                .ifPresent(ids::addAll);
    }
}
