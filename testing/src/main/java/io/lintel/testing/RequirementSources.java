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
        for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
            addIds(each, ids);
        }
    }

    private static void addIds(AnnotatedElement element, Set<String> ids) {
        AnnotationSupport.findAnnotation(element, Requirement.class)
                .map(Requirement::value)
                .map(List::of)
                .ifPresent(ids::addAll);
    }
}
