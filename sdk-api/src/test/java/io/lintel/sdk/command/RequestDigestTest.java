package io.lintel.sdk.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RequestDigestTest {

    @Test
    void fieldsDoNotRunIntoEachOther() {
        assertNotEquals(
                RequestDigest.of("x").with("ab").with("c").value(),
                RequestDigest.of("x").with("a").with("bc").value());
        assertNotEquals(
                RequestDigest.of("x").with(Optional.empty()).with("1").value(),
                RequestDigest.of("x").with(Optional.of("1")).value());
        assertNotEquals(RequestDigest.of("x").value(), RequestDigest.of("y").value());
    }

    @Test
    void orderOfASetMeansNothing() {
        assertEquals(
                RequestDigest.of("x").with(Set.of(3, 1, 2)).value(),
                RequestDigest.of("x").with(new TreeSet<>(List.of(1, 2, 3))).value());
    }

    /** Stored digests are compared with those of later versions: this value never changes. */
    @Test
    void digestIsFixedForEver() {
        assertEquals(
                "e3689ca93670d56d654153430dfaa5c16225fbed63833075234a91dd3b45bc31",
                RequestDigest.of("person add")
                        .with("00000000000000c1")
                        .with(Optional.of(7L))
                        .with(Set.of(2, 1))
                        .value()
                        .toHex());
    }
}
