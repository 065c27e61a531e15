package io.lintel.benchmarks.peer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A peer that does not do the job is no peer. */
class NoiseJavaTest {
    @ParameterizedTest
    @EnumSource
    void readerKnowsThePhoneEachTime(NoiseJava.Pattern pattern) throws GeneralSecurityException {
        NoiseJava peer = new NoiseJava(pattern);
        assertTrue(peer.exchange());
        assertTrue(peer.exchange());
    }
}
