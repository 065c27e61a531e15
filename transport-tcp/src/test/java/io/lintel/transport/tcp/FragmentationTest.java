package io.lintel.transport.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lintel.crypto.Suite;
import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.protocol.testing.TestSite;
import io.lintel.transport.tcp.FragmentedLink.Outcome;
import java.time.InstantSource;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However the network cuts the byte streams, a tap ends the same. */
class FragmentationTest {
    private static final TapResult COLD = new TapResult.Granted(TapPath.COLD);
    private static final TapResult FAST = new TapResult.Granted(TapPath.FAST);

    @ParameterizedTest
    @EnumSource(Suite.class)
    void aFirstVisitCutAtAnyOctetEndsTheSame(Suite suite) {
        TestSite site = TestSite.of(suite, 1);
        Reader reader = site.reader().start();

        tapWithACutAtEachOctet(reader, site::phone, COLD);
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void aFastTapCutAtAnyOctetEndsTheSame(Suite suite) {
        TestSite site = TestSite.of(suite, 1);
        Reader reader = site.reader().start();
        TestPhone phone = site.phone();
        FragmentedLink.tap(reader, phone, FragmentationTest::nowhere, FragmentationTest::nowhere);

        tapWithACutAtEachOctet(reader, () -> phone, FAST);
    }

    @Property(tries = 200)
    void tapsCutAtRandomEndTheSame(@ForAll long seed, @ForAll @IntRange(min = 1, max = 100) int percent) {
        TestSite site = TestSite.of(Suite.X25519, seed);
        Reader reader = site.reader().start();
        TestPhone phone = site.phone();
        Random random = new Random(seed);
        IntPredicate somewhere = octet -> random.nextInt(100) < percent;

        assertEquals(
                COLD, FragmentedLink.tap(reader, phone, somewhere, somewhere).result());
        assertEquals(
                FAST, FragmentedLink.tap(reader, phone, somewhere, somewhere).result());
    }

    @Test
    void tapsOverSocketsThatAreCutAtRandomEndTheSame() throws Exception {
        TestSite site = TestSite.of(Suite.X25519, 1);
        InstantSource clock = InstantSource.fixed(TestSite.NOW);
        try (TcpPhoneClient client = TcpPhoneClient.open(clock);
                TcpReaderServer server = TcpReaderServer.builder(site.reader().start())
                        .bind(Taps.anyPort())
                        .eventSink(event -> {})
                        .clock(clock)
                        .start()) {
            for (long seed = 0; seed < 20; seed++) {
                try (RecordingRelay relay =
                        new RecordingRelay(server.address(), RecordingRelay.randomFragments(seed))) {
                    TestPhone phone = site.phone();
                    assertEquals(COLD, Taps.tap(client, phone, relay.address()));
                    assertEquals(FAST, Taps.tap(client, phone, relay.address()));
                }
            }
        }
    }

    private static boolean nowhere(int octet) {
        return false;
    }

    private static boolean everywhere(int octet) {
        return true;
    }

    private static void tapWithACutAtEachOctet(Reader reader, Supplier<TestPhone> phones, TapResult expected) {
        Outcome whole =
                FragmentedLink.tap(reader, phones.get(), FragmentationTest::nowhere, FragmentationTest::nowhere);
        assertEquals(expected, whole.result());
        for (int cut = 1; cut <= whole.octetsToPhone(); cut++) {
            int here = cut;
            assertSame(
                    whole,
                    FragmentedLink.tap(reader, phones.get(), octet -> octet == here, FragmentationTest::nowhere),
                    cut);
        }
        for (int cut = 1; cut <= whole.octetsToReader(); cut++) {
            int here = cut;
            assertSame(
                    whole,
                    FragmentedLink.tap(reader, phones.get(), FragmentationTest::nowhere, octet -> octet == here),
                    cut);
        }
        assertSame(
                whole,
                FragmentedLink.tap(reader, phones.get(), FragmentationTest::everywhere, FragmentationTest::everywhere),
                0);
    }

    /** Lengths included: every message kind has one length, however it travels. */
    private static void assertSame(Outcome expected, Outcome found, int cut) {
        assertEquals(expected.result(), found.result(), "cut behind octet " + cut);
        assertEquals(expected.events().size(), found.events().size(), "cut behind octet " + cut);
        assertEquals(expected.octetsToPhone(), found.octetsToPhone(), "cut behind octet " + cut);
        assertEquals(expected.octetsToReader(), found.octetsToReader(), "cut behind octet " + cut);
    }
}
