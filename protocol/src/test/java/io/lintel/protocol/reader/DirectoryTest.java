package io.lintel.protocol.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Suite;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.testing.TestSite;
import io.lintel.testing.Spec;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DirectoryTest {
    private final TestSite site = TestSite.of(Suite.X25519, 1);

    @Test
    void whatWasGivenIsFoundAndNeverEvicted() {
        Signed<Credential> given = site.phone().credential();
        Directory directory = new Directory(List.of(given), 1);
        for (int i = 0; i < 5; i++) {
            directory.cache(site.phone().credential());
        }

        assertTrue(directory.wasGiven());
        assertEquals(Optional.of(given), directory.find(given.reference()));
        assertEquals(1, directory.cached.size());
    }

    @Test
    @Spec("TAP-8-9")
    void theLeastRecentlyUsedLeavesFirst() {
        Directory directory = new Directory(List.of(), 2);
        Signed<Credential> first = site.phone().credential();
        Signed<Credential> second = site.phone().credential();
        directory.cache(first);
        directory.cache(second);
        directory.find(first.reference());

        directory.cache(site.phone().credential());

        assertFalse(directory.wasGiven());
        assertTrue(directory.find(first.reference()).isPresent());
        assertTrue(directory.find(second.reference()).isEmpty());
    }
}
