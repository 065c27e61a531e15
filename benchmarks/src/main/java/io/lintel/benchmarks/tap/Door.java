package io.lintel.benchmarks.tap;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.phone.MemoryWalletStore;
import io.lintel.protocol.phone.PhoneEffect;
import io.lintel.protocol.phone.PhoneSession;
import io.lintel.protocol.phone.Resumption;
import io.lintel.protocol.phone.ResumptionKey;
import io.lintel.protocol.phone.TapRequest;
import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.phone.Wallet;
import io.lintel.protocol.phone.WalletStore;
import io.lintel.protocol.reader.Crowd;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.reader.ReaderEffect;
import io.lintel.protocol.reader.ReaderSession;
import io.lintel.protocol.serials.SerialSet;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.tap.Intent;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.tap.Trigger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A reader and a phone that tap it again and again, always cold or always fast. Each part of a tap is a call of its own, in the
 * order of {@link Segment}, so that it can be timed alone. Both know each other: the phone has the reader's certificate, the
 * reader the credential. Not thread-safe.
 */
public final class Door {
    private static final TapRequest GESTURE = new TapRequest(Intent.of(Trigger.LIST), Transport.BLE_GATT);

    private final TapPath path;
    private final Reader reader;
    private final Wallet wallet;
    private @Nullable ReaderSession atReader;
    private @Nullable PhoneSession atPhone;

    /** What stands for the credential in a cold tap. */
    public enum Sent {
        /** A reference: the reader was given the credential. */
        REFERENCE,
        /** All of it: the reader was given none. */
        WHOLE
    }

    /** Builds the door and taps it twice, so that both sides know each other. */
    Door(CryptoSuite suite, TapPath path, SecureRandom random) {
        this(suite, path, Sent.REFERENCE, random);
    }

    /** Builds a door whose phone sends its credential as {@code sent} when it taps cold, and taps it twice. */
    public Door(CryptoSuite suite, TapPath path, Sent sent, SecureRandom random) {
        this(
                suite,
                path,
                sent,
                path == TapPath.COLD ? new Forgetful() : new MemoryWalletStore(),
                0,
                0,
                SecretBytes::close,
                random);
    }

    private Door(
            CryptoSuite suite,
            TapPath path,
            Sent sent,
            WalletStore store,
            int known,
            int met,
            Consumer<SecretBytes> atPhones,
            SecureRandom random) {
        this.path = path;
        Site site = new Site(suite, random);
        List<Signed<Credential>> others = site.others(known);
        DhKeyPair holder = suite.generateDhKeyPair();
        Signed<Credential> credential = site.credential(1, holder);
        List<Signed<Credential>> directory = new ArrayList<>(others);
        if (sent == Sent.REFERENCE) {
            directory.add(credential);
        }
        this.reader = site.reader(directory, site.list(SerialSet.EMPTY));
        this.wallet = site.wallet(store, holder, credential);
        Crowd.admit(reader, others.subList(0, met), random, Site.NOW, atPhones);
        meet();
        tap();
    }

    /**
     * Builds a door for fast taps whose reader knows other phones as well: it was given the credentials of all of them, and has met
     * the first of them. Then it is tapped, cold and once more.
     *
     * @param store what the phone that taps keeps
     * @param known phones that the reader knows, besides the one that taps
     * @param met those among them whose ratchet it has
     * @param atPhones is given what each of these keeps, the secret of its ratchet's current step, which it closes
     */
    static Door crowded(
            CryptoSuite suite,
            WalletStore store,
            int known,
            int met,
            Consumer<SecretBytes> atPhones,
            SecureRandom random) {
        Door door = new Door(suite, TapPath.FAST, Sent.REFERENCE, store, known, met, atPhones, random);
        if (Crowd.size(door.reader) != met + 1) {
            throw new IllegalStateException("the reader has forgotten some whom it met");
        }
        return door;
    }

    /** A phone that keeps no ratchet, so that each of its taps is cold. */
    private static final class Forgetful extends MemoryWalletStore {
        @Override
        public Optional<Resumption> resumption(ResumptionKey key) {
            return Optional.empty();
        }
    }

    /** The first visit: the phone asks who the reader is, and taps cold. */
    private void meet() {
        ReaderSession session = reader.open(Transport.BLE_GATT, Site.NOW);
        PhoneSession phone = wallet.tap(GESTURE, Site.NOW);
        Bytes toPhone = session.opener();
        for (int messages = 0; messages < 2; messages++) {
            toPhone = sent(session.receive(said(phone.receive(toPhone, Site.NOW)), Site.NOW));
        }
        granted(phone.receive(toPhone, Site.NOW), TapPath.COLD);
        session.disconnected(Site.NOW);
        phone.disconnected(Site.NOW);
    }

    /** Taps once, from the opener to the end. */
    public void tap() {
        finish(decide(answer(open())));
    }

    /** The reader leaves the channel before, and opens another. */
    public Bytes open() {
        if (atReader != null) {
            atReader.disconnected(Site.NOW);
        }
        ReaderSession session = reader.open(Transport.BLE_GATT, Site.NOW);
        atReader = session;
        return session.opener();
    }

    /** The phone takes a gesture and the opener. */
    public Bytes answer(Bytes opener) {
        PhoneSession session = wallet.tap(GESTURE, Site.NOW);
        atPhone = session;
        return said(session.receive(opener, Site.NOW));
    }

    /** The reader decides. */
    public Bytes decide(Bytes message) {
        ReaderSession session = atReader;
        if (session == null) {
            throw new IllegalStateException("no tap was begun");
        }
        return sent(session.receive(message, Site.NOW));
    }

    /** The phone takes the answer and leaves. */
    public void finish(Bytes answer) {
        PhoneSession session = atPhone;
        if (session == null) {
            throw new IllegalStateException("no tap was begun");
        }
        granted(session.receive(answer, Site.NOW), path);
        session.disconnected(Site.NOW);
    }

    private static Bytes said(List<PhoneEffect> effects) {
        for (PhoneEffect effect : effects) {
            if (effect instanceof PhoneEffect.Send send) {
                return send.message();
            }
        }
        throw new IllegalStateException("the phone said nothing");
    }

    private static Bytes sent(List<ReaderEffect> effects) {
        for (ReaderEffect effect : effects) {
            if (effect instanceof ReaderEffect.Send send) {
                return send.message();
            }
        }
        throw new IllegalStateException("the reader said nothing");
    }

    private static void granted(List<PhoneEffect> effects, TapPath expected) {
        for (PhoneEffect effect : effects) {
            if (effect instanceof PhoneEffect.Finished finished
                    && finished.result() instanceof TapResult.Granted granted
                    && granted.path() == expected) {
                return;
            }
        }
        throw new IllegalStateException("the tap did not open the door as it should");
    }
}
