package io.lintel.testing;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Test classes that other tests run on a launcher of their own; nested, so that the build does not run them. */
final class Samples {

    private Samples() {}

    @Requirement("CRD-01")
    static final class Jupiter {

        @Test
        @Requirement({"CRD-02", "CRD-03"})
        void passes() {}

        @Test
        @Requirement("CRD-03")
        void fails() {
            fail("on purpose");
        }

        @Test
        @Requirement("CRD-04")
        void aborts() {
            abort("on purpose");
        }

        @Test
        @Disabled("on purpose")
        @Requirement("CRD-05")
        void isDisabled() {}

        @TestFactory
        @Requirement("CRD-06")
        Stream<DynamicTest> makesTwoTests() {
            return Stream.of("first", "second").map(name -> DynamicTest.dynamicTest(name, () -> {}));
        }

        @Nested
        @Requirement("CRD-07")
        final class Inner {

            @Test
            void passesToo() {}
        }
    }

    static final class Jqwik {

        @Property(tries = 5)
        @Requirement("CRD-08")
        boolean holds(@ForAll int any) {
            return any == any + 0;
        }
    }

    static final class FailsBeforeAll {

        @BeforeAll
        static void failing() {
            fail("on purpose");
        }

        @Test
        @Requirement("CRD-09")
        void neverRuns() {}
    }

    @Disabled("on purpose")
    static final class SkippedAsAWhole {

        @Test
        @Requirement("CRD-10")
        void neverRuns() {}
    }

    @Requirement("CRD-11")
    abstract static class Contract {

        @Test
        @Requirement("CRD-12")
        void holds() {}
    }

    static final class RunsTheContract extends Contract {}

    static final class ClaimsWhatDoesNotExist {

        @Test
        @Requirement("XYZ-99")
        void passes() {}
    }

    static final class PropertyClaimsWhatDoesNotExist {

        @Property(tries = 5)
        @Requirement("XYZ-99")
        boolean holds(@ForAll boolean any) {
            return any || !any;
        }
    }
}
