package io.lintel.protocol.checkin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.checkin.CheckInResult.Answered;
import io.lintel.protocol.checkin.CheckInResult.Refused;
import io.lintel.protocol.tap.ProjectKey;
import io.lintel.testing.Requirement;
import io.lintel.testing.Spec;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckInTest {

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Requirement("SYN-01")
    void requestReachesTheManagerWithTheKeyThatMadeIt(Suite suite) {
        CheckInScene scene = new CheckInScene(suite);
        for (CheckInRequest request : List.of(
                scene.held(),
                scene.longest(),
                scene.longestWith(1),
                scene.longestWith(8),
                scene.deleted(Holding.DELETED_AS_TOLD),
                scene.deleted(Holding.DELETED_BY_PERSON))) {
            ManagerCheckIn manager = scene.open(scene.phone(request).request());
            assertEquals(request, manager.request());
            assertEquals(scene.holder.publicKey(), manager.holderKey());
        }
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Requirement({"SYN-01", "KEY-04"})
    void answerReachesThePhone(Suite suite) {
        CheckInScene scene = new CheckInScene(suite);
        for (CheckInAnswer answer : List.of(
                scene.nothingNew(),
                scene.renewed(),
                scene.everything(0, 1),
                scene.everything(200, 1000),
                CheckInAnswer.of(1, Instruction.DELETE, CheckInScene.DAY, CheckInAnswer.Reporting.NOT_WANTED),
                CheckInAnswer.of(1, Instruction.FORGET, CheckInScene.DAY, CheckInAnswer.Reporting.NOT_WANTED))) {
            PhoneCheckIn phone = scene.phone(scene.held());
            Bytes response = scene.open(phone.request()).answer(answer, scene.ephemeral());
            assertEquals(new Answered(answer), phone.receive(response));
        }
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void refusalReachesThePhoneWithReasonAndWait(Suite suite) {
        CheckInScene scene = new CheckInScene(suite);
        for (CheckInRefusal reason : CheckInRefusal.values()) {
            PhoneCheckIn phone = scene.phone(scene.held());
            Optional<Duration> wait =
                    reason == CheckInRefusal.RATE_LIMITED ? Optional.of(Duration.ofSeconds(90)) : Optional.empty();
            Bytes response = scene.open(phone.request()).refuse(reason, wait, scene.ephemeral());
            assertEquals(new Refused(reason, wait), phone.receive(response));
        }
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec("TAP-13-5")
    void requestsHaveOneLengthWhateverTheySay(Suite suite) {
        CheckInScene scene = new CheckInScene(suite);
        for (CheckInRequest request :
                List.of(scene.held(), scene.longest(), scene.deleted(Holding.DELETED_BY_PERSON))) {
            assertEquals(
                    suite == Suite.X25519 ? 354 : 356,
                    scene.phone(request).request().size());
        }
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void requestsWithReceiptsHaveOneLengthHoweverManyThereAre(Suite suite) {
        CheckInScene scene = new CheckInScene(suite);
        for (int receipts = 1; receipts <= CheckInRequest.MAX_RECEIPTS; receipts++) {
            assertEquals(
                    suite == Suite.X25519 ? 2146 : 2148,
                    scene.phone(scene.longestWith(receipts)).request().size());
        }
        assertThrows(IllegalArgumentException.class, () -> scene.longestWith(9));
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void everyOrdinaryResponseHasTheSameLength(Suite suite) {
        CheckInScene scene = new CheckInScene(suite);
        Bytes request = scene.phone(scene.held()).request();
        int ordinary = suite == Suite.X25519 ? 305 : 306;
        for (CheckInAnswer answer : List.of(
                scene.nothingNew(),
                scene.renewed(),
                CheckInAnswer.of(1, Instruction.DELETE, CheckInScene.DAY, CheckInAnswer.Reporting.NOT_WANTED),
                CheckInAnswer.of(1, Instruction.FORGET, CheckInScene.DAY, CheckInAnswer.Reporting.NOT_WANTED))) {
            assertEquals(
                    ordinary,
                    scene.open(request).answer(answer, scene.ephemeral()).size());
        }
        for (CheckInRefusal reason : CheckInRefusal.values()) {
            Bytes refused = scene.open(request).refuse(reason, Optional.empty(), scene.ephemeral());
            assertEquals(ordinary, refused.size());
        }
        Bytes large = scene.open(request).answer(scene.everything(200, 1000), scene.ephemeral());
        assertEquals(ordinary % 256, large.size() % 256);
        assertTrue(large.size() <= 65_535);
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void recordedRequestOpensAgainButOnlyItsPhoneReadsTheAnswer(Suite suite) {
        CheckInScene scene = new CheckInScene(suite);
        PhoneCheckIn phone = scene.phone(scene.held());
        PhoneCheckIn eavesdropper = scene.phone(scene.held());
        Bytes first = scene.open(phone.request()).answer(scene.renewed(), scene.ephemeral());
        Bytes second = scene.open(phone.request()).answer(scene.renewed(), scene.ephemeral());
        assertNotEquals(first, second);
        assertThrows(CheckInException.class, () -> eavesdropper.receive(first));
        assertInstanceOf(Answered.class, phone.receive(second));
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec("TAP-13-20")
    void managerSeesWhoseKeyMadeARequestThatNamesAnothersCredential(Suite suite) {
        CheckInScene scene = new CheckInScene(suite);
        CheckInScene other = new CheckInScene(suite);
        Bytes request = PhoneCheckIn.start(
                        scene.suite, scene.manager.publicKey(), other.holder, scene.held(), scene.ephemeral())
                .request();
        assertNotEquals(scene.holder.publicKey(), scene.open(request).holderKey());
        assertEquals(other.holder.publicKey(), scene.open(request).holderKey());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void whoeverDoesNotHoldTheManagersKeyCannotAnswer(Suite suite) {
        CheckInScene scene = new CheckInScene(suite);
        CheckInScene impostor = new CheckInScene(suite);
        PhoneCheckIn asked = scene.phone(scene.held());
        PhoneCheckIn elsewhere = impostor.phone(scene.held());
        Bytes answer = impostor.open(elsewhere.request()).answer(scene.nothingNew(), scene.ephemeral());
        assertThrows(CheckInException.class, () -> impostor.open(asked.request()));
        assertThrows(CheckInException.class, () -> asked.receive(answer));
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void managerRespondsOnceAndPhoneReadsOnce(Suite suite) {
        CheckInScene scene = new CheckInScene(suite);
        PhoneCheckIn phone = scene.phone(scene.held());
        ManagerCheckIn manager = scene.open(phone.request());
        Bytes response = manager.answer(scene.nothingNew(), scene.ephemeral());
        assertThrows(IllegalStateException.class, () -> manager.answer(scene.nothingNew(), scene.ephemeral()));
        phone.receive(response);
        assertThrows(IllegalStateException.class, () -> phone.receive(response));
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec("TAP-13-15")
    void answerThatDoesNotFitIsRefusedAndAnotherMayFollow(Suite suite) {
        CheckInScene scene = new CheckInScene(suite);
        PhoneCheckIn phone = scene.phone(scene.held());
        ManagerCheckIn manager = scene.open(phone.request());
        CheckInAnswer tooLarge = scene.everything(200, 40_000);
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> manager.answer(tooLarge, scene.ephemeral()));
        assertTrue(refusal.getMessage().contains("revocation list"), refusal.getMessage());
        assertInstanceOf(Answered.class, phone.receive(manager.answer(scene.nothingNew(), scene.ephemeral())));
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec("TAP-13-8")
    void digestOfIssuingKeysDependsOnTheSetAlone(Suite suite) {
        CheckInScene scene = new CheckInScene(suite);
        Bytes one = Bytes.of(1);
        Bytes two = Bytes.of(2);
        Bytes digest = Held.digestOf(scene.suite, List.of(one, two));
        assertEquals(digest, Held.digestOf(scene.suite, List.of(two, one, two)));
        assertEquals(scene.suite.sha256(one, two).slice(0, 8), digest);
        assertNotEquals(digest, Held.digestOf(scene.suite, List.of(one)));
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Requirement({"KEY-08", "STA-04"})
    void nothingOfAPersonAndNoKeyIsPrinted(Suite suite) {
        CheckInScene scene = new CheckInScene(suite);
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) 0xab);
        CheckInAnswer answer = new CheckInAnswer(
                1,
                Instruction.KEEP,
                Optional.empty(),
                List.of(),
                Optional.of(new ProjectKey(1, SecretBytes.copyOf(key))),
                Optional.empty(),
                ListNews.NONE,
                CheckInScene.DAY,
                CheckInAnswer.Reporting.WANTED);
        PhoneCheckIn phone = scene.phone(scene.held());
        ManagerCheckIn manager = scene.open(phone.request());
        for (Object printed : List.of(phone, manager, answer, new Answered(answer), scene.held(), manager.request())) {
            assertFalse(printed.toString().contains("abab"), printed.getClass()::getName);
            assertFalse(printed.toString().contains("serial"), printed.getClass()::getName);
        }
    }
}
