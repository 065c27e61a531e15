package io.lintel.benchmarks.tap;

import java.util.List;
import java.util.Locale;

/**
 * What pages a reader's JVM asks Linux for. Where the kernel gives huge ones to everybody both are the same, and where it gives
 * none, too: the results name what it does.
 */
enum Pages {
    /** As a JVM does by itself. */
    SMALL,
    /** Huge pages, wherever there are two mebibytes in a row. */
    HUGE;

    /** Returns the JVM's options; systems without huge pages know none of the kind. */
    List<String> options() {
        return this == SMALL ? List.of() : List.of("-XX:+IgnoreUnrecognizedVMOptions", "-XX:+UseTransparentHugePages");
    }

    /** Returns what figures are called by. */
    String words() {
        return name().toLowerCase(Locale.ROOT) + " pages";
    }
}
