package io.lintel.benchmarks.floor;

import java.security.GeneralSecurityException;

/** One primitive that is ready to be called again and again. Not thread-safe. */
@FunctionalInterface
interface Step {
    /** Calls it, and returns some of the result, so that no compiler can leave the work out. */
    int run() throws GeneralSecurityException;
}
