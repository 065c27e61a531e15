package io.lintel.benchmarks.load;

import io.lintel.benchmarks.peer.BoringContexts;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.Primitives;
import io.lintel.protocol.phone.Enrolment;
import io.lintel.protocol.phone.MemoryWalletStore;
import io.lintel.protocol.phone.Resumption;
import io.lintel.protocol.phone.ResumptionKey;
import io.lintel.protocol.phone.TapRequest;
import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.phone.Wallet;
import io.lintel.protocol.phone.WalletPorts;
import io.lintel.protocol.tap.Intent;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.tap.Trigger;
import io.lintel.transport.session.MessageSession;
import io.lintel.transport.session.PhoneMessageSession;
import io.netty.handler.ssl.SslContext;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLException;

/** Phones that tap fast, phones that keep no ratchet and so tap cold, and what they need for TLS. Thread-safe but for each phone. */
final class Phones {
    private static final TapRequest GESTURE = new TapRequest(Intent.of(Trigger.LIST), Transport.TCP);

    private final List<Wallet> keeping = new ArrayList<>();
    private final List<Wallet> forgetting = new ArrayList<>();
    private final InstantSource clock;
    private final SslContext tls;

    /** Gives the first half of a handout's phones a ratchet, and the other half none. */
    Phones(Handout handout) throws SSLException {
        this.clock = LoadServer.clock(handout.began());
        this.tls = BoringContexts.phone(handout.tls());
        CryptoSuite suite = Primitives.select(new SecureRandom()).suite(handout.suite());
        List<Enrolment> enrolments = handout.phones();
        for (int phone = 0; phone < enrolments.size(); phone++) {
            boolean keeps = phone < enrolments.size() / 2;
            (keeps ? keeping : forgetting)
                    .add(wallet(suite, keeps ? new MemoryWalletStore() : new Forgetful(), enrolments.get(phone)));
        }
    }

    private Wallet wallet(CryptoSuite suite, MemoryWalletStore store, Enrolment enrolment) {
        Wallet wallet =
                new Wallet(new WalletPorts(store, id -> suite, CryptoSuite::generateEphemeral), clock.instant());
        wallet.enrol(enrolment, clock.instant());
        return wallet;
    }

    /** A phone that keeps no ratchet. */
    private static final class Forgetful extends MemoryWalletStore {
        @Override
        public Optional<Resumption> resumption(ResumptionKey key) {
            return Optional.empty();
        }
    }

    /** How many phones there are for a kind of visit; one is never at two visits at once. */
    int count(Visit visit) {
        return visit == Visit.COLD ? forgetting.size() : keeping.size();
    }

    InstantSource clock() {
        return clock;
    }

    SslContext tls() {
        return tls;
    }

    /** A new session of a phone, which says whether it went as this kind of visit has to. */
    MessageSession session(Visit visit, int phone, CompletableFuture<Boolean> done) {
        if (visit == Visit.ECHO || visit == Visit.TLS) {
            return new RequestSession(done);
        }
        TapPath path = visit == Visit.COLD ? TapPath.COLD : TapPath.FAST;
        return tap((visit == Visit.COLD ? forgetting : keeping).get(phone), new TapResult.Granted(path), done);
    }

    /** A phone's first tap, which is cold. */
    MessageSession firstTap(Visit visit, int phone, CompletableFuture<Boolean> done) {
        Wallet wallet = (visit == Visit.COLD ? forgetting : keeping).get(phone);
        return tap(wallet, new TapResult.Granted(TapPath.COLD), done);
    }

    private MessageSession tap(Wallet wallet, TapResult expected, CompletableFuture<Boolean> done) {
        CompletableFuture<TapResult> result = new CompletableFuture<>();
        var unused = result.whenComplete((outcome, failure) -> {
            if (failure != null) {
                done.completeExceptionally(failure);
            } else {
                done.complete(expected.equals(outcome));
            }
        });
        return new PhoneMessageSession(wallet.tap(GESTURE, clock.instant()), result);
    }
}
