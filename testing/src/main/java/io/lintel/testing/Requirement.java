package io.lintel.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The requirements that a test checks. On a class it holds for every test in it and in classes that extend it, nested
 * classes included.
 *
 * <p>An id that {@code docs/requirements.md} does not list fails the test run before its first test.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Requirement {

    /** Ids of the requirements, {@code "CRD-05"} for example; at least one. */
    String[] value();
}
