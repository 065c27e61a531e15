package io.lintel.protocol.reader;

import static io.lintel.protocol.testing.Kind.ANSWER;
import static io.lintel.protocol.testing.Kind.CERTIFICATE;
import static io.lintel.protocol.testing.Kind.COLD;
import static io.lintel.protocol.testing.Kind.CREDENTIAL;
import static io.lintel.protocol.testing.Kind.FAST;
import static io.lintel.protocol.testing.Kind.OPENER;
import static io.lintel.protocol.testing.Kind.SEND_CREDENTIAL;
import static io.lintel.protocol.testing.Kind.TRAFFIC;
import static io.lintel.protocol.testing.Kind.USE_COLD;
import static io.lintel.protocol.testing.Kind.WHO;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.testing.Conversation;
import io.lintel.protocol.testing.Conversation.Side;
import io.lintel.protocol.testing.ReaderDraft;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.protocol.testing.TestSite;
import java.time.Duration;
import java.util.List;

/** Every message of every kind of tap, at the moment when it is on its way and somebody else holds it. */
enum Interception {
    THE_OPENER(OPENER, Side.PHONE),
    WHO_IT_IS(WHO, Side.READER),
    THE_CERTIFICATE(CERTIFICATE, Side.PHONE),
    A_COLD_MESSAGE_WITH_THE_CREDENTIAL(COLD, Side.READER),
    A_COLD_MESSAGE_WITH_A_REFERENCE(COLD, Side.READER),
    THE_REQUEST_FOR_THE_CREDENTIAL(SEND_CREDENTIAL, Side.PHONE),
    THE_CREDENTIAL(CREDENTIAL, Side.READER),
    A_FAST_MESSAGE(FAST, Side.READER),
    THE_REQUEST_TO_TAP_COLD(USE_COLD, Side.PHONE),
    THE_ANSWER_TO_A_COLD_TAP(ANSWER, Side.PHONE),
    THE_ANSWER_TO_A_FAST_TAP(ANSWER, Side.PHONE),
    THE_CLOSE(TRAFFIC, Side.READER);

    /** So many failures that a test of failures never meets the limit. */
    static final ReaderLimits PATIENT = new ReaderLimits(
            100,
            100,
            4,
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofHours(1),
            200,
            Duration.ofDays(30),
            1_000_000,
            Duration.ofMillis(250),
            8192);

    final int kind;
    final Side to;

    Interception(int kind, Side to) {
        this.kind = kind;
        this.to = to;
    }

    /** A reader and a phone just before the tap whose message is caught. */
    static final class Scene {
        final Reader reader;
        final TestPhone phone;

        Scene(Reader reader, TestPhone phone) {
            this.reader = reader;
            this.phone = phone;
        }

        Conversation begin() {
            return Conversation.between(reader, phone);
        }
    }

    /** Whether what happens before the message is caught leaves reader and phone as they were, so that it can be repeated. */
    boolean isRepeatable() {
        return switch (this) {
            case A_FAST_MESSAGE,
                    THE_REQUEST_TO_TAP_COLD,
                    THE_ANSWER_TO_A_COLD_TAP,
                    THE_ANSWER_TO_A_FAST_TAP,
                    THE_CLOSE -> false;
            default -> true;
        };
    }

    Scene scene(Suite suite, long seed) {
        TestSite site = TestSite.of(suite, seed);
        ReaderDraft door = site.reader().limits(PATIENT);
        TestPhone phone = site.phone();
        if (this != WHO_IT_IS && this != THE_CERTIFICATE) {
            phone.wallet().learnReader(door.certificate().bytes(), TestSite.NOW);
        }
        return switch (this) {
            case A_COLD_MESSAGE_WITH_A_REFERENCE, THE_REQUEST_FOR_THE_CREDENTIAL, THE_CREDENTIAL ->
                new Scene(door.directory(List.of(site.phone().credential())).start(), phone);
            case A_FAST_MESSAGE, THE_ANSWER_TO_A_FAST_TAP -> visited(new Scene(door.start(), phone));
            case THE_REQUEST_TO_TAP_COLD -> forgotten(visited(new Scene(door.start(), phone)));
            default -> new Scene(door.start(), phone);
        };
    }

    /** Runs a tap of the scene until the message is under way, and takes it off the channel. */
    Bytes caught(Conversation tap) {
        if (kind == TRAFFIC) {
            tap.run().close();
        }
        return tap.intercept(kind);
    }

    private static Scene visited(Scene scene) {
        Conversation.tap(scene.reader, scene.phone);
        return scene;
    }

    private static Scene forgotten(Scene scene) {
        scene.reader.services.resumptions().remove(scene.phone.serial());
        return scene;
    }
}
