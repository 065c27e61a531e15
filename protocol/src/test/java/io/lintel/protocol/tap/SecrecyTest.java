package io.lintel.protocol.tap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.testing.Conversation;
import io.lintel.protocol.testing.Conversation.Side;
import io.lintel.protocol.testing.Kind;
import io.lintel.protocol.testing.ReaderDraft;
import io.lintel.protocol.testing.Secrets;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.protocol.testing.TestSite;
import io.lintel.testing.Requirement;
import io.lintel.testing.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Secrets do not show, and do not outlive their use. Of TAP-9-10 this is what a side holds itself, in {@code SecretBytes}: what a
 * provider of primitives holds cannot be seen from here, and a thread's cipher holds its last key for longer ({@code
 * spec/protocol.md} 15, "What a library holds").
 */
@Spec({"TAP-9-11", "TAP-6.1-33"})
class SecrecyTest {
    /** Where a tap may stand: the message that is under way next. */
    private static final List<Integer> MOMENTS =
            List.of(Kind.OPENER, Kind.WHO, Kind.CERTIFICATE, Kind.COLD, Kind.ANSWER);

    @TestFactory
    @Requirement("KEY-08")
    Stream<DynamicTest> nothingReachableShowsASecretInItsText() {
        return MOMENTS.stream()
                .map(kind -> DynamicTest.dynamicTest("before message " + kind, () -> {
                    TestSite site = TestSite.of(Suite.X25519, 1);
                    ReaderDraft door = site.reader();
                    Reader reader = door.start();
                    TestPhone phone = site.phone();
                    Conversation tap = Conversation.between(reader, phone);
                    tap.intercept(kind);

                    showsNothing(
                            Secrets.reachableFrom(reader, tap.reader(), tap.phone(), phone, door.identity(), site));
                }));
    }

    @Test
    @Requirement("KEY-08")
    void neitherEventsNorResultsNorTheStoreShowASecretOrAHolder() {
        TestSite site = TestSite.of(Suite.X25519, 2);
        Reader reader = site.reader().start();
        TestPhone phone = site.phone();
        Conversation.tap(reader, phone);
        Conversation tap = Conversation.between(reader, phone).run();

        Secrets all = Secrets.reachableFrom(reader, phone, tap.reader(), tap.phone());
        showsNothing(all);
        String accessNumber = Long.toString(phone.credential().value().accessNumber());
        for (Object told : List.of(tap.decisions(), tap.result(), phone.store().enrolments(), phone.credential())) {
            assertFalse(told.toString().contains(accessNumber), told::toString);
            assertFalse(told.toString().contains("serial"), told::toString);
        }
    }

    @TestFactory
    @Spec("TAP-9-10")
    Stream<DynamicTest> whatATapMadeIsErasedWhereverItEnds() {
        return MOMENTS.stream()
                .map(kind -> DynamicTest.dynamicTest("before message " + kind, () -> {
                    TestSite site = TestSite.of(Suite.X25519, 3);
                    Reader reader = site.reader().start();
                    TestPhone phone = site.phone();
                    Conversation tap = Conversation.between(reader, phone);
                    tap.intercept(kind);
                    List<SecretBytes> ofTheTap = ofTheTap(tap, reader, phone);
                    assertFalse(kind != Kind.OPENER && ofTheTap.isEmpty());

                    tap.hangUp();

                    Set<SecretBytes> kept = Secrets.reachableFrom(reader, phone).secrets();
                    assertEquals(List.of(), alive(ofTheTap, kept));
                }));
    }

    @Test
    @Spec("TAP-9-10")
    void whatAGrantedTapMadeIsErasedAtItsEnd() {
        TestSite site = TestSite.of(Suite.X25519, 4);
        Reader reader = site.reader().start();
        TestPhone phone = site.phone();
        List<SecretBytes> ofTheTaps = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Conversation tap = Conversation.between(reader, phone);
            tap.intercept(Kind.ANSWER);
            ofTheTaps.addAll(ofTheTap(tap, reader, phone));
            tap.deliver(Side.PHONE, tap.message(Kind.ANSWER));
            ofTheTaps.addAll(ofTheTap(tap, reader, phone));
            tap.close().complete();
        }

        assertTrue(ofTheTaps.size() > 8);
        assertEquals(List.of(), alive(ofTheTaps, Set.of()));
    }

    /** Returns what the two sessions reach, without what lives on in reader and phone. */
    private static List<SecretBytes> ofTheTap(Conversation tap, Reader reader, TestPhone phone) {
        Set<SecretBytes> shared = Secrets.reachableFrom(reader, phone).secrets();
        return Secrets.reachableFrom(tap.reader(), tap.phone()).secrets().stream()
                .filter(secret -> !shared.contains(secret))
                .toList();
    }

    /** Returns those that live on, but for an unused ephemeral that went back to the reader's pool. */
    private static List<SecretBytes> alive(List<SecretBytes> secrets, Set<SecretBytes> kept) {
        return secrets.stream()
                .filter(secret -> !secret.isDestroyed() && !kept.contains(secret))
                .toList();
    }

    private static void showsNothing(Secrets reached) {
        assertTrue(reached.objects() > 100, () -> reached.objects() + " objects");
        assertTrue(reached.hex().size() > 3, () -> reached.hex().size() + " secrets");
        for (String text : reached.texts()) {
            for (String secret : reached.hex()) {
                assertFalse(text.contains(secret), text);
            }
        }
    }
}
