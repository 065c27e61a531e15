package io.lintel.benchmarks.floor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lintel.benchmarks.peer.WalletKeyModel;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.junit.jupiter.api.Test;

/** A model's reader tries as many keys as it says, each of them another. */
class SearchTest {

    @Test
    void eachKeyIsTriedOnceAndThenTheFirstAgain() throws GeneralSecurityException {
        List<Integer> hashed = new ArrayList<>();
        Step next = noting(hashed).hmacOfNext(3, 20);

        List<Integer> results = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            results.add(next.run());
        }

        assertEquals(3, Set.copyOf(hashed).size());
        assertEquals(hashed.subList(0, 3), hashed.subList(3, 6));
        assertEquals(results.subList(0, 3), results.subList(3, 6));
    }

    @Test
    void whatAnAttemptTakesIsCalledForEachKey() {
        int[] calls = new int[2];
        new Floor(new Step[] {() -> calls[0]++}, 7, new Step[] {() -> calls[1]++, () -> calls[1]++}).run();

        assertEquals(1, calls[0]);
        assertEquals(14, calls[1]);
    }

    @Test
    void halfOfThePhonesAreTried() {
        assertEquals(5, WalletKeyModel.homeKeyFast(10).keys());
        assertEquals(2, WalletKeyModel.homeKeyFast(10).attempt().size());
        assertEquals(50_000, WalletKeyModel.aliroFast(100_000).keys());
        assertEquals(3, WalletKeyModel.aliroFast(100_000).attempt().size());
    }

    @Test
    void anAttemptBeginsWithTheKeyThatIsTried() {
        List<Call> other = List.of(Call.of(Call.Primitive.HASH, 8));
        assertThrows(IllegalArgumentException.class, () -> new Search(List.of(), 1, other));
        assertThrows(IllegalArgumentException.class, () -> new Search(List.of(), 1, List.of()));
    }

    /** Bouncy Castle's, which notes the key's beginning behind the inner pad. */
    private static RawHash noting(List<Integer> hashed) {
        RawHash provider = new RawHash.Bouncy(new SHA256Digest());
        return new RawHash() {
            @Override
            byte[] hash(byte[] message) {
                return provider.hash(message);
            }

            @Override
            void hash(byte[] message, byte[] target, int offset) throws GeneralSecurityException {
                hashed.add(Arrays.hashCode(message));
                provider.hash(message, target, offset);
            }
        };
    }
}
