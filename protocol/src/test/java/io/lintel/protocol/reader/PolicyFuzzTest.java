package io.lintel.protocol.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.lintel.crypto.Suite;
import io.lintel.protocol.phone.TapRequest;
import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.phone.TapResult.Denied;
import io.lintel.protocol.phone.TapResult.Granted;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.tap.DenialReason;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.testing.Conversation;
import io.lintel.protocol.testing.Conversation.Side;
import io.lintel.protocol.testing.Kind;
import io.lintel.protocol.testing.ReaderDraft;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.protocol.testing.TestSite;
import io.lintel.testing.Requirement;
import io.lintel.testing.Spec;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/** A tap is granted exactly when nothing speaks against it, whatever the keys, the credential, the door and the gesture. */
class PolicyFuzzTest {
    private static final int DOORS_PER_TRY = 4;
    private static final List<TestSite> SITES = List.of(TestSite.of(Suite.X25519, 1), TestSite.of(Suite.P256, 2));

    @Property
    @Requirement({"TEC-01", "TEC-04"})
    @Spec({"TAP-7-1", "TAP-7-7", "TAP-7-10", "TAP-7-19", "TAP-7-22", "TAP-4.5-9", "TAP-10-17", "TAP-11-19"})
    void aTapIsGrantedExactlyWhenThePolicySaysSo(@ForAll long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < DOORS_PER_TRY; i++) {
            visitADoor(random);
        }
    }

    private static void visitADoor(Random random) {
        TestSite site = SITES.get(random.nextInt(10) == 0 ? 1 : 0);
        Situation situation = Situation.draw(random, site.project());
        ReaderDraft door = site.reader()
                .groups(situation.readerGroups())
                .technology(situation.readerTechnology())
                .policy(situation.settings());
        situation.list().map(site::sign).ifPresentOrElse(door::list, door::withoutList);
        TestPhone phone = site.phone(situation::draft);
        phone.wallet().learnReader(door.certificate().bytes(), TestSite.NOW);
        Reader reader = door.start();

        boolean granted = agrees(situation, door, reader, phone, TestSite.NOW, TapPath.COLD);
        boolean again = agrees(
                situation, door, reader, phone, TestSite.NOW.plusSeconds(60), granted ? TapPath.FAST : TapPath.COLD);

        Statistics.label("cold").collect(granted);
        Statistics.label("second").collect(granted, again);
    }

    /** Taps at a time and compares with the oracle; returns whether access was granted. */
    private static boolean agrees(
            Situation situation, ReaderDraft door, Reader reader, TestPhone phone, Instant now, TapPath path) {
        var request = new TapRequest(situation.intent(), situation.transport());
        Conversation tap = Conversation.between(reader, phone.wallet(), request, now, sent -> List.of(sent.message()));
        var message = tap.intercept(path == TapPath.COLD ? Kind.COLD : Kind.FAST);
        tap.delay(situation.answerTime()).deliver(Side.READER, message);
        tap.complete();

        List<DenialReason> objections = PolicyOracle.objections(
                phone.credential().value(),
                door.certificate().value(),
                situation.settings(),
                situation.list(),
                situation.intent(),
                situation.transport(),
                situation.answerTime(),
                1,
                now.plus(situation.answerTime()));
        TapResult expected = objections.isEmpty() ? new Granted(path) : new Denied(path, objections.get(0));
        assertEquals(expected, tap.result(), situation::toString);
        assertEquals(1, tap.decisions().size());
        assertEquals(objections.isEmpty(), tap.isGranted());
        assertEquals(objections.stream().findFirst(), tap.decisions().get(0).denial());
        return objections.isEmpty();
    }

    @Property(tries = 20)
    @Spec("TAP-7-24")
    void aSiteRuleOnlyDenies(@ForAll boolean siteAllows, @ForAll boolean revoked) {
        TestSite site = SITES.get(0);
        TestPhone phone = site.phone();
        Signed<?> credential = phone.credential();
        Reader reader = site.reader()
                .list(site.list(1, revoked ? phone.serial() : 4_000_000_000L))
                .siteRule(request -> {
                    assertEquals(credential.value(), request.credential());
                    return siteAllows ? Decision.granted() : Decision.denied(DenialReason.SITE_RULE);
                })
                .start();

        TapResult result = Conversation.tap(reader, phone);

        if (revoked) {
            assertEquals(new Denied(TapPath.COLD, DenialReason.REVOKED), result);
        } else if (siteAllows) {
            assertInstanceOf(Granted.class, result);
        } else {
            assertEquals(new Denied(TapPath.COLD, DenialReason.SITE_RULE), result);
        }
    }
}
