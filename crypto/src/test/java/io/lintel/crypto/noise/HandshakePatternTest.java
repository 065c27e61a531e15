package io.lintel.crypto.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Suite;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandshakePatternTest {
    /** All 38 patterns of Noise rev. 34: 3 one-way, 12 fundamental, 23 deferred. */
    static Stream<String> patterns() {
        return Stream.of(
                ("N K X NN NK NX XN XK XX KN KK KX IN IK IX NK1 NX1 X1N X1K XK1 X1K1 X1X XX1 X1X1 K1N K1K KK1 K1K1 "
                                + "K1X KX1 K1X1 I1N I1K IK1 I1K1 I1X IX1 I1X1")
                        .split(" ", -1));
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void everyPatternWithEveryPskModifierCompletes(String name) {
        int messages = HandshakePattern.named(name).messageCount();
        for (int psk = 0; psk <= messages; psk++) {
            String modified = name + "psk" + psk;
            Pairs pair = Pairs.of(modified, NoiseSuites.of(Suite.X25519)).complete();
            assertEquals(pair.initiator().handshakeHash(), pair.responder().handshakeHash(), modified);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NNpsk0+psk2", "XXpsk0+psk1+psk2+psk3", "Npsk0+psk1"})
    void modifiersCombine(String name) {
        HandshakePattern pattern = HandshakePattern.named(name);
        assertEquals(name.split("psk", -1).length - 1, pattern.pskCount());
        Pairs pair = Pairs.of(name, NoiseSuites.of(Suite.P256)).complete();
        assertEquals(pair.initiator().handshakeHash(), pair.responder().handshakeHash());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "XY", "xx", "XX2", "XXpsk", "XXpsk4", "NNpsk3", "NNpsk0+", "NNpsk0+psk0", "XXfallback", "K2K"
            })
    void namesThatNoiseDoesNotHaveAreRefused(String name) {
        assertThrows(IllegalArgumentException.class, () -> HandshakePattern.named(name));
    }

    @Test
    void onlyPatternsOfOneMessageAreOneWay() {
        assertTrue(Stream.of("N", "K", "X")
                .allMatch(name -> HandshakePattern.named(name).isOneWay()));
        assertTrue(Stream.of("NN", "K1N", "XXpsk3")
                .noneMatch(name -> HandshakePattern.named(name).isOneWay()));
    }

    @Test
    void theTapsPatternIsTheOneOfTheDesign() {
        HandshakePattern pattern = HandshakePattern.named("KXpsk0");
        assertEquals(List.of(Token.PSK, Token.E), pattern.message(0));
        assertEquals(List.of(Token.E, Token.EE, Token.SE, Token.S, Token.ES), pattern.message(1));
        assertTrue(pattern.knowsStaticOf(Role.INITIATOR));
        assertFalse(pattern.knowsStaticOf(Role.RESPONDER));
    }
}
