package io.lintel.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lintel.conformance.material.TrialSite;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.phone.MemoryWalletStore;
import io.lintel.protocol.phone.Resumption;
import io.lintel.protocol.phone.ResumptionKey;
import io.lintel.protocol.statement.ProjectId;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Phones that are broken in one way each: the kit names the sentence. */
@Tag("long")
class BrokenPhonesTest {
    static Stream<Arguments> isCaught() {
        return Stream.of(
                broken("one ephemeral key for all taps", "phone.cold.ephemeral", "TAP-4.3-10", phone -> {
                    SecretBytes one =
                            phone.suite.generateDhKeyPair().privateKey().encoded();
                    phone.ephemerals = suite -> suite.dhKeyPair(one);
                }),
                broken(
                        "tags not compared",
                        "phone.cold.asked-forged",
                        "TAP-6.2-22",
                        phone -> phone.suite = CarelessCrypto.withoutTags(phone.suite)),
                broken(
                        "tags of certificates not compared",
                        "phone.who.altered",
                        "TAP-6.2-11",
                        phone -> phone.suite = CarelessCrypto.withoutTags(phone.suite)),
                broken(
                        "padding not looked at",
                        "phone.who.padding",
                        "TAP-3-7",
                        phone -> phone.suite = CarelessCrypto.withoutPadding(phone.suite)),
                broken(
                        "signatures not checked",
                        "phone.who.forged",
                        "TAP-4.1-25",
                        phone -> phone.suite = CarelessCrypto.withoutSignatures(phone.suite)),
                broken(
                        "attempts that are not kept",
                        "phone.fast.answer-lost",
                        "TAP-5.2-4",
                        phone -> phone.store = new CarelessStore()),
                broken(
                        "attempts that are counted in memory",
                        "phone.restart.attempt",
                        "TAP-5.2-6",
                        BrokenPhonesTest::countsInMemory),
                broken(
                        "openers that are not remembered",
                        "phone.opener.replayed",
                        "TAP-4.3-1",
                        phone -> phone.forgetful = true),
                broken(
                        "openers that are remembered when the tap is over",
                        "phone.opener.replayed-unanswered",
                        "TAP-4.3-2",
                        phone -> phone.forgetful = true),
                broken(
                        "tags of openers not compared",
                        "phone.who.opener-altered",
                        "TAP-4.1-24",
                        phone -> phone.suite = CarelessCrypto.withoutTags(phone.suite)),
                broken(
                        "certificates that are not kept",
                        "phone.who.kept",
                        "TAP-4.1-26",
                        phone -> phone.store = new ForgetfulStore()),
                broken(
                        "shared secrets of zeros",
                        "phone.cold.small-order",
                        "TAP-4.3-17",
                        phone -> phone.suite = CarelessCrypto.withoutZeroCheck(phone.suite)),
                broken(
                        "shared secrets of zeros behind a miss",
                        "phone.use-cold.small-order",
                        "TAP-6.2-43",
                        phone -> phone.suite = CarelessCrypto.withoutZeroCheck(phone.suite)),
                broken("an error on the air", "phone.answer.altered", "TAP-6-6", phone -> {
                    phone.relayed = true;
                    phone.tampering = () -> new Relay.Tampering() {
                        @Override
                        public List<Bytes> whenPhoneCloses() {
                            return List.of(Bytes.of(0x0a));
                        }
                    };
                }),
                broken("frames of any length", "phone.opener.oversize", "TAP-10-5", phone -> phone.relayed = true));
    }

    private static Arguments broken(String how, String id, String number, Consumer<OwnPhone> breaking) {
        return Arguments.of(how, id, number, breaking);
    }

    /** Says that it has stored an attempt, and has not. */
    private static final class CarelessStore extends MemoryWalletStore {
        @Override
        public synchronized boolean replaceResumption(ResumptionKey key, long expectedRevision, Resumption next) {
            boolean attempt =
                    next.ratchet().map(state -> state.nextAttempt() > 0).orElse(false);
            return attempt || super.replaceResumption(key, expectedRevision, next);
        }
    }

    private static void countsInMemory(OwnPhone phone) {
        VolatileCounts store = new VolatileCounts();
        phone.store = store;
        phone.powerLost = store::lose;
    }

    /** Stores each ratchet, and how many of its attempts are used only until the power is lost. */
    private static final class VolatileCounts extends MemoryWalletStore {
        private final Map<ResumptionKey, Resumption> stored = new HashMap<>();

        @Override
        public synchronized boolean replaceResumption(ResumptionKey key, long expectedRevision, Resumption next) {
            boolean replaced = super.replaceResumption(key, expectedRevision, next);
            if (replaced && next.ratchet().stream().allMatch(state -> state.nextAttempt() == 0)) {
                stored.put(key, resumption(key).orElseThrow());
            }
            return replaced;
        }

        synchronized void lose() {
            stored.forEach((key, before) ->
                    super.replaceResumption(key, resumption(key).orElseThrow().revision(), before));
        }
    }

    /** Says that it has stored a certificate, and has not. */
    private static final class ForgetfulStore extends MemoryWalletStore {
        @Override
        public synchronized void saveReaderCertificate(
                ProjectId project, Bytes readerTag, Bytes readerKey, Bytes certificate) {}
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void isCaught(String how, String id, String number, Consumer<OwnPhone> breaking)
            throws IOException, InterruptedException {
        try (TrialSite site = OwnReader.site(Suite.X25519)) {
            OwnPhone phone = new OwnPhone(site.material());
            breaking.accept(phone);
            Map<String, String> caught = new TreeMap<>();
            phone.tried(Duration.ZERO, id::equals)
                    .failures()
                    .forEach(result -> caught.put(result.id(), result.number()));
            assertEquals(Map.of(id, number), caught, how);
        }
    }
}
