package io.lintel.protocol.activation;

import static io.lintel.protocol.statement.TestProject.NOW;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.Suite;
import io.lintel.crypto.noise.HandshakeState;
import io.lintel.crypto.noise.Role;
import io.lintel.protocol.activation.ActivationResult.Activated;
import io.lintel.protocol.activation.ActivationResult.Refused;
import io.lintel.protocol.activation.ActivationWire.ProofContext;
import io.lintel.protocol.serials.SerialSet;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.StatementException;
import io.lintel.protocol.statement.TestProject;
import io.lintel.testing.Requirement;
import io.lintel.testing.Spec;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActivationTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Bytes REQUEST_ID = Bytes.ofHex("000102030405060708090a0b0c0d0e0f");

    /** One phone and one manager before they meet. */
    private static final class Scene {
        final TestProject project;
        final CryptoSuite suite;
        final DhKeyPair manager;
        final DhKeyPair holder;
        final ActivationCode code = ActivationCode.generate(RANDOM);

        Scene(Suite suite) {
            this.project = new TestProject(suite);
            this.suite = project.suite();
            this.manager = this.suite.generateDhKeyPair();
            this.holder = this.suite.generateDhKeyPair();
        }

        PhoneActivation phone() {
            return PhoneActivation.start(
                    suite, manager.publicKey(), code, holder, REQUEST_ID, suite.generateDhKeyPair());
        }

        ManagerActivation open(Bytes request) {
            return ManagerActivation.open(suite, manager, request);
        }

        ActivationGrant grant() {
            return grant(3, 1);
        }

        ActivationGrant grant(int readers, int serials) {
            return grant(
                    readers,
                    project.list(
                            1,
                            SerialSet.of(LongStream.rangeClosed(1, serials)
                                    .map(i -> i * 200_000)
                                    .toArray())));
        }

        ActivationGrant grant(int readers, RevocationList list) {
            return new ActivationGrant(
                    project.root().bytes(),
                    project.issuingKeys(),
                    project.sign(project.credential(holder.publicKey().encoded(), 7))
                            .bytes(),
                    1,
                    SecretBytes.copyOf(new byte[32]),
                    Collections.nCopies(
                            readers, project.sign(project.readerCertificate()).bytes()),
                    Optional.of(project.sign(list).bytes()),
                    "Bytovka");
        }

        void assertRefusesRequest(Bytes request) {
            ActivationException refusal = assertThrows(ActivationException.class, () -> open(request));
            assertEquals(ActivationException.Code.NOT_AUTHENTIC, refusal.code());
            assertEquals(ActivationException.notAuthentic().getMessage(), refusal.getMessage());
        }
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Requirement({"ACT-17", "KEY-04"})
    @Spec({"TAP-12-16", "TAP-12-32"})
    void grantReachesThePhoneThatAskedAndVerifies(Suite suite) {
        Scene scene = new Scene(suite);
        PhoneActivation phone = scene.phone();
        ManagerActivation manager = scene.open(phone.request());

        assertEquals(scene.code, manager.code());
        assertEquals(REQUEST_ID, manager.requestId());
        assertEquals(scene.holder.publicKey(), manager.holderKey());
        ActivationGrant sent = scene.grant();
        ActivationResult result = phone.receive(manager.grant(sent, scene.suite.generateDhKeyPair()));

        ActivationGrant received = assertInstanceOf(Activated.class, result).grant();
        assertEquals(sent, received);
        VerifiedGrant verified = VerifiedGrant.of(received, scene.suite, scene.holder.publicKey(), NOW);
        assertEquals(scene.project.id(), verified.trust().project());
        assertEquals(7, verified.credential().value().serial());
        assertEquals(3, verified.readerCertificates().size());
        assertTrue(verified.revocationList().isPresent());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void refusalReachesThePhoneWithReasonAndWait(Suite suite) {
        for (ActivationRefusal reason : ActivationRefusal.values()) {
            Scene scene = new Scene(suite);
            PhoneActivation phone = scene.phone();
            Optional<Duration> wait =
                    reason == ActivationRefusal.RATE_LIMITED ? Optional.of(Duration.ofSeconds(90)) : Optional.empty();
            Bytes response = scene.open(phone.request()).refuse(reason, wait, scene.suite.generateDhKeyPair());
            assertEquals(new Refused(reason, wait), phone.receive(response));
        }
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec("TAP-12-15")
    void requestHasOneLengthAndResponseGrowsInBlocks(Suite suite) {
        Scene scene = new Scene(suite);
        Bytes request = scene.phone().request();
        assertEquals(suite == Suite.X25519 ? 158 : 160, request.size());
        int overhead = 1 + suite.dhKeySize() + 16;
        for (int readers : new int[] {0, 1, 200}) {
            Bytes response = scene.open(request).grant(scene.grant(readers, 1), scene.suite.generateDhKeyPair());
            assertEquals(0, (response.size() - overhead) % 256);
            assertTrue(response.size() <= 65_535);
        }
        Bytes refused = scene.open(request)
                .refuse(ActivationRefusal.EXPIRED, Optional.empty(), scene.suite.generateDhKeyPair());
        assertEquals(overhead + 256, refused.size());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec("TAP-12-12")
    void recordedRequestOpensAgainButOnlyItsPhoneReadsTheAnswer(Suite suite) {
        Scene scene = new Scene(suite);
        PhoneActivation phone = scene.phone();
        PhoneActivation eavesdropper = scene.phone();
        ManagerActivation first = scene.open(phone.request());
        ManagerActivation second = scene.open(phone.request());
        assertEquals(first.requestId(), second.requestId());
        assertEquals(first.code(), second.code());
        Bytes answer = second.grant(scene.grant(), scene.suite.generateDhKeyPair());
        assertNotEquals(answer, first.grant(scene.grant(), scene.suite.generateDhKeyPair()));
        assertThrows(ActivationException.class, () -> eavesdropper.receive(answer));
        assertInstanceOf(Activated.class, phone.receive(answer));
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec("TAP-12-26")
    void everyFlippedBitAndEveryOtherLengthOfTheRequestIsRefusedAlike(Suite suite) {
        Scene scene = new Scene(suite);
        Bytes request = scene.phone().request();
        for (int bit = 0; bit < request.size() * 8; bit++) {
            scene.assertRefusesRequest(flipped(request, bit));
        }
        for (int size = 0; size < request.size(); size++) {
            scene.assertRefusesRequest(request.slice(0, size));
        }
        scene.assertRefusesRequest(Bytes.concat(request, Bytes.of(0)));
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void flippedBitsAndOtherLengthsOfTheResponseAreRefusedAlike(Suite suite) {
        Scene scene = new Scene(suite);
        Bytes request = scene.phone().request();
        Bytes refusal = scene.open(request)
                .refuse(ActivationRefusal.EXPIRED, Optional.empty(), scene.suite.generateDhKeyPair());
        for (int octet = 0; octet < refusal.size(); octet++) {
            int bit = octet * 8 + RANDOM.nextInt(8);
            assertPhoneRefuses(scene, response -> flipped(response, bit));
        }
        for (int length : new int[] {0, 1, 2, 33, 49, 50, refusal.size() - 1}) {
            assertPhoneRefuses(scene, response -> response.slice(0, length));
        }
        assertPhoneRefuses(scene, response -> Bytes.concat(response, Bytes.of(0)));
    }

    private static void assertPhoneRefuses(Scene scene, UnaryOperator<Bytes> change) {
        PhoneActivation phone = scene.phone();
        Bytes response = scene.open(phone.request())
                .refuse(ActivationRefusal.EXPIRED, Optional.empty(), scene.suite.generateDhKeyPair());
        ActivationException refusal =
                assertThrows(ActivationException.class, () -> phone.receive(change.apply(response)));
        assertEquals(ActivationException.Code.NOT_AUTHENTIC, refusal.code());
        assertThrows(IllegalStateException.class, () -> phone.receive(response));
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec({"TAP-12-21", "TAP-12-22"})
    void phoneWithoutThePrivateHalfOfTheHolderKeyIsRefused(Suite suite) {
        Scene scene = new Scene(suite);
        DhKeyPair stolenPublic = new DhKeyPair(scene.suite.generateDhKeyPair().privateKey(), scene.holder.publicKey());
        scene.assertRefusesRequest(PhoneActivation.start(
                        scene.suite,
                        scene.manager.publicKey(),
                        scene.code,
                        stolenPublic,
                        REQUEST_ID,
                        scene.suite.generateDhKeyPair())
                .request());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void proofOfAnotherRequestIsRefused(Suite suite) {
        Scene scene = new Scene(suite);
        DhKeyPair ephemeral = scene.suite.generateDhKeyPair();
        try (SecretBytes shared = scene.suite.agree(scene.holder.privateKey(), scene.manager.publicKey())) {
            Bytes other = scene.suite.generateDhKeyPair().publicKey().encoded();
            RequestPayload payload = RequestPayload.of(
                    scene.suite,
                    shared,
                    new ProofContext(
                            scene.manager.publicKey(), other, REQUEST_ID, scene.code, scene.holder.publicKey()));
            HandshakeState handshake = ActivationWire.handshake(scene.suite, Role.INITIATOR)
                    .remoteStatic(scene.manager.publicKey())
                    .localEphemeral(ephemeral)
                    .build();
            scene.assertRefusesRequest(
                    Bytes.concat(Bytes.of(0x10, suite.id()), handshake.writeMessage(payload.encode())));
        }
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void requestForAnotherManagerOrSuiteIsRefused(Suite suite) {
        Scene scene = new Scene(suite);
        Bytes request = scene.phone().request();
        Scene other = new Scene(suite);
        other.assertRefusesRequest(request);
        new Scene(suite == Suite.X25519 ? Suite.P256 : Suite.X25519).assertRefusesRequest(request);
        assertEquals(Optional.of(suite), ManagerActivation.suiteOf(request));
        assertEquals(Optional.empty(), ManagerActivation.suiteOf(Bytes.of(0x10, 9)));
        assertEquals(Optional.empty(), ManagerActivation.suiteOf(Bytes.of(0x11, 1)));
        assertEquals(Optional.empty(), ManagerActivation.suiteOf(Bytes.of(0x10)));
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void managerRespondsOnceAndPhoneReadsOnce(Suite suite) {
        Scene scene = new Scene(suite);
        PhoneActivation phone = scene.phone();
        ManagerActivation manager = scene.open(phone.request());
        Bytes response = manager.grant(scene.grant(), scene.suite.generateDhKeyPair());
        assertThrows(IllegalStateException.class, () -> manager.grant(scene.grant(), scene.suite.generateDhKeyPair()));
        phone.receive(response);
        assertThrows(IllegalStateException.class, () -> phone.receive(response));
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec("TAP-12-17")
    void grantThatDoesNotFitIsRefusedAndAnotherMayFollow(Suite suite) {
        Scene scene = new Scene(suite);
        PhoneActivation phone = scene.phone();
        ManagerActivation manager = scene.open(phone.request());
        ActivationGrant tooLarge = scene.grant(200, 20_000);
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> manager.grant(tooLarge, scene.suite.generateDhKeyPair()));
        assertTrue(refusal.getMessage().contains("revocation list"), refusal.getMessage());
        Bytes response = manager.grant(scene.grant(), scene.suite.generateDhKeyPair());
        assertInstanceOf(Activated.class, phone.receive(response));
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec("TAP-12-33")
    void grantOfAnotherHoldersCredentialDoesNotVerify(Suite suite) {
        Scene scene = new Scene(suite);
        ActivationGrant grant = scene.grant();
        ActivationException refusal = assertThrows(
                ActivationException.class,
                () -> VerifiedGrant.of(
                        grant, scene.suite, scene.suite.generateDhKeyPair().publicKey(), NOW));
        assertEquals(ActivationException.Code.NOT_AUTHENTIC, refusal.code());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void grantWithTheListOfOneGroupDoesNotVerify(Suite suite) {
        Scene scene = new Scene(suite);
        RevocationList all = scene.project.list(1, SerialSet.of());
        RevocationList ofGroup = new RevocationList(
                all.project(),
                all.issuingEpoch(),
                all.listEpoch(),
                all.minimumKeyEpoch(),
                all.minimumIssuingEpoch(),
                all.issued(),
                all.expires(),
                all.revokedReaderKeys(),
                all.revoked(),
                1);
        ActivationGrant grant = scene.grant(0, ofGroup);

        StatementException refusal = assertThrows(
                StatementException.class, () -> VerifiedGrant.of(grant, scene.suite, scene.holder.publicKey(), NOW));

        assertEquals(StatementException.Code.NOT_AUTHENTIC, refusal.code());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Requirement("KEY-08")
    void neitherCodeNorProjectKeyIsPrinted(Suite suite) {
        Scene scene = new Scene(suite);
        PhoneActivation phone = scene.phone();
        ManagerActivation manager = scene.open(phone.request());
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) 0xab);
        ActivationGrant plain = scene.grant();
        ActivationGrant grant = new ActivationGrant(
                plain.signedRoot(),
                plain.issuingKeys(),
                plain.credential(),
                1,
                SecretBytes.copyOf(key),
                List.of(),
                Optional.empty(),
                "Bytovka");
        assertArrayEquals(key, grant.projectKey().copy());
        List<Object> printed = List.of(phone, manager, grant, scene.code, new Activated(grant), manager.code());
        for (Object object : printed) {
            assertFalse(object.toString().contains(scene.code.text()), object.getClass()::getName);
            assertFalse(object.toString().contains("abab"), object.getClass()::getName);
        }
    }

    private static Bytes flipped(Bytes message, int bit) {
        byte[] octets = message.toByteArray();
        octets[bit / 8] ^= (byte) (1 << bit % 8);
        return Bytes.copyOf(octets);
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec("TAP-12-30")
    void secondTryRepeatsCodeRequestAndHolderUnderANewEphemeralKey(Suite suite) {
        Scene scene = new Scene(suite);
        Bytes first = scene.phone().request();
        Bytes second = scene.phone().request();
        assertNotEquals(first, second);
        try (ManagerActivation one = scene.open(first);
                ManagerActivation other = scene.open(second)) {
            assertEquals(one.requestId(), other.requestId());
            assertEquals(one.code(), other.code());
            assertEquals(one.holderKey().encoded(), other.holderKey().encoded());
        }
    }
}
