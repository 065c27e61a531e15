package io.lintel.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The sentences of the specification that a test checks, by their numbers. On a class it holds for the class as a whole.
 *
 * <p>{@link SpecReport} tells which numbers no test names, and fails where a test names one that does not exist.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.SOURCE)
public @interface Spec {

    /** Numbers of sentences, {@code "TAP-5.3-7"} for example; at least one. */
    String[] value();
}
