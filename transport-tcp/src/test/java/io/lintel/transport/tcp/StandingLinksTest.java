package io.lintel.transport.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.link.ManagerLink.Peer;
import io.lintel.protocol.statement.ProjectId;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StandingLinksTest {
    private static final Peer READER = new Peer(new ProjectId(Bytes.ofHex("0011223344556677")), 7);

    private final StandingLinks links = new StandingLinks();

    @Test
    void laterLinkOfAReaderClosesTheEarlierOne() {
        EmbeddedChannel earlier = new EmbeddedChannel();
        EmbeddedChannel later = new EmbeddedChannel();
        links.put(READER, earlier);
        links.put(READER, later);

        assertFalse(earlier.isOpen());
        assertTrue(later.isOpen());
        links.remove(earlier);
        assertEquals(Set.of(READER), links.peers());
        links.remove(later);
        assertEquals(Set.of(), links.peers());
    }

    @Test
    void lastStepOfALinkThatWasReplacedDoesNotBringItBack() {
        EmbeddedChannel earlier = new EmbeddedChannel();
        EmbeddedChannel later = new EmbeddedChannel();
        links.put(READER, earlier);
        links.put(READER, later);
        links.put(READER, earlier);

        assertTrue(later.isOpen());
        links.remove(earlier);
        assertEquals(Set.of(READER), links.peers());
    }

    @Test
    void linkThatClosedBeforeItStoodIsNotKept() {
        EmbeddedChannel closed = new EmbeddedChannel();
        closed.finishAndReleaseAll();
        links.put(READER, closed);

        assertEquals(Set.of(), links.peers());
    }
}
