package io.lintel.benchmarks.air;

import io.lintel.benchmarks.air.Conversation.Origin;
import io.lintel.benchmarks.air.Message.Side;
import io.lintel.benchmarks.peer.NoiseJava;
import io.lintel.benchmarks.peer.TlsPeer;
import io.lintel.benchmarks.peer.TlsPeer.Handshake;
import io.lintel.benchmarks.peer.TlsPeer.Library;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;

/**
 * What peers say. Noise and TLS 1.3 by BoringSSL are measured; Home Key and Aliro are models: lengths as others published them, since neither is
 * implemented here. A model counts NFC's commands and their answers, as they would be if the framing of Bluetooth carried them.
 *
 * <p>Home Key: the fast phase is the transaction that <a
 * href="https://github.com/kormax/apple-home-key">kormax/apple-home-key</a> shows in full (SELECT 18 and 8, FAST 113 and 87). Of the
 * standard phase that page gives the command (72) and says that its answer is sealed; an identifier of 8 octets and a
 * signature of 64, padded to 80, a MAC of 8 and a status of 2 make 90.
 *
 * <p>Aliro: the commands as the tool of <a href="https://github.com/RfidResearchGroup/proxmark3">proxmark3</a> builds and reads
 * them ({@code client/src/cmdhfaliro.c}): AUTH0 with version, point of 65, transaction of 16 and reader of 32; its answer a point
 * and, in the fast phase, a cryptogram of 64; AUTH1 with a signature; its answer key, signature and two octets of flags, sealed
 * by AES-GCM. Over Bluetooth nothing is selected. Certificates, where a reader has one, come on top.
 */
public final class Peers {
    private static final int RESULT = 4;

    private Peers() {}

    /** Returns all of them. */
    public static List<Conversation> all() throws GeneralSecurityException, SSLException {
        List<Conversation> all = new ArrayList<>();
        all.add(noise(NoiseJava.Pattern.IK, 1));
        all.add(noise(NoiseJava.Pattern.XX, 3));
        for (Handshake handshake : Handshake.values()) {
            all.add(tls(handshake));
        }
        all.add(model("Home Key, fast phase", 4, 18, 8, 113, 87));
        all.add(model("Home Key, standard phase", 6, 18, 8, 113, 87, 72, 90));
        all.add(model("Aliro, fast phase", 2, 135, 135));
        all.add(model("Aliro, standard phase", 4, 135, 69, 75, 155));
        return all;
    }

    /** Runs one handshake; the phone begins. */
    private static Conversation noise(NoiseJava.Pattern pattern, int untilDecision) throws GeneralSecurityException {
        List<Message> messages = new ArrayList<>();
        NoiseJava peer = new NoiseJava(
                pattern,
                octets -> messages.add(new Message(messages.size() % 2 == 0 ? Side.PHONE : Side.READER, octets)));
        if (!peer.exchange()) {
            throw new IllegalStateException("the reader did not know the phone");
        }
        return new Conversation("noise-java " + pattern, Origin.MEASURED, messages, untilDecision);
    }

    /** One connection by BoringSSL; the phone begins, and its second flight has its request. */
    private static Conversation tls(Handshake handshake) throws GeneralSecurityException, SSLException {
        List<Message> messages = new ArrayList<>();
        TlsPeer peer = new TlsPeer(
                Library.BORINGSSL,
                handshake,
                octets -> messages.add(new Message(messages.size() % 2 == 0 ? Side.PHONE : Side.READER, octets)));
        if (!peer.exchange()) {
            throw new IllegalStateException("the reader did not know the phone");
        }
        String words = handshake == Handshake.FULL ? "TLS 1.3, client certificates" : "TLS 1.3, resumed";
        return new Conversation(words, Origin.MEASURED, messages, 3);
    }

    /** The reader begins, and at last tells the phone what came of it, as Home Key's CONTROL FLOW does in four octets. */
    private static Conversation model(String name, int untilDecision, int... octets) {
        List<Message> messages = new ArrayList<>();
        for (int length : octets) {
            messages.add(new Message(messages.size() % 2 == 0 ? Side.READER : Side.PHONE, length));
        }
        messages.add(Message.reader(RESULT));
        return new Conversation(name, Origin.MODEL, messages, untilDecision);
    }
}
