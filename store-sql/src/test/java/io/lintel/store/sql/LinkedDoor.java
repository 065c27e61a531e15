package io.lintel.store.sql;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.crypto.Suite;
import io.lintel.protocol.link.ConfigurationKeeper;
import io.lintel.protocol.link.EventSpool;
import io.lintel.protocol.link.LinkedReader;
import io.lintel.protocol.link.ManagerLink;
import io.lintel.protocol.link.ReaderLink;
import io.lintel.protocol.reader.AccessEvent;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.reader.ReaderArtefact;
import io.lintel.protocol.reader.ReaderIdentity;
import io.lintel.protocol.reader.ReaderMemory;
import io.lintel.protocol.reader.ReaderPorts;
import io.lintel.protocol.statement.ReaderRequest;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.testing.Conversation;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.reader.EnrollReader;
import io.lintel.sdk.reader.ExportReaderConfiguration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A reader that nobody visits after its installer has gone: its link brings everything, and it goes by that at once. */
final class LinkedDoor implements ConfigurationKeeper {

    private static final CryptoSuite CRYPTO = TestBench.PRIMITIVES.suite(Suite.X25519);

    private final TestBench bench;
    private final String name;
    private final Runnable between;
    private final DhKeyPair dh = CRYPTO.generateDhKeyPair();
    private final SigningKeyPair signing = CRYPTO.generateSigningKeyPair();
    private final Reader reader;
    private final LinkedReader linked;
    private ReaderArtefact told;

    private LinkedDoor(TestBench bench, CustomerId customer, String name, Runnable between) {
        this.bench = bench;
        this.name = name;
        this.between = between;
        int number = bench.manager
                .readers()
                .enroll(
                        TestBench.id(),
                        EnrollReader.of(customer, name, ReaderRequest.make(CRYPTO, dh.publicKey(), signing)))
                .reader();
        told = bench.manager
                .readers()
                .exportConfiguration(TestBench.id(), ExportReaderConfiguration.of(customer, number));
        ReaderPorts ports = ReaderPorts.of(CRYPTO, TestBench.RANDOM).withMemory(ReaderMemory.inMemory());
        reader = told.reader(dh, signing, ports, bench.clock.instant());
        linked = new LinkedReader(
                reader,
                identity(),
                CRYPTO,
                CRYPTO.dhPublicKey(told.content().managerKey().orElseThrow()),
                EventSpool.inMemory(10, () -> Bytes.copyOf(new byte[8])),
                this,
                "test");
    }

    /**
     * Enrolls a reader.
     *
     * @param between what happens between any two messages of its link
     */
    static LinkedDoor enroll(TestBench bench, CustomerId customer, String name, Runnable between) {
        return new LinkedDoor(bench, customer, name, between);
    }

    /** Links to the manager until neither has anything to say. */
    void hear() {
        ReaderLink atReader = linked.open(bench.clock.instant());
        ManagerLink atManager = new ManagerLink(bench.manager.links().desk(), bench.clock.instant());
        Deque<Bytes> toManager = new ArrayDeque<>(List.of(atReader.hello()));
        Deque<Bytes> toReader = new ArrayDeque<>();
        while (!(toManager.isEmpty() && toReader.isEmpty())) {
            if (toManager.isEmpty()) {
                toManager.addAll(atReader.receive(toReader.removeFirst(), bench.clock.instant())
                        .messages());
            } else {
                toReader.addAll(atManager
                        .receive(toManager.removeFirst(), bench.clock.instant())
                        .messages());
            }
            between.run();
        }
        atReader.disconnected();
        atManager.disconnected();
    }

    boolean opensFor(SitePhone phone) {
        return Conversation.between(
                        reader,
                        phone.wallet,
                        Conversation.GESTURE,
                        bench.clock.instant(),
                        sent -> List.of(sent.message()))
                .complete()
                .decisions()
                .stream()
                .anyMatch(AccessEvent::isGranted);
    }

    int keyEpoch() {
        return told.content().projectKey().epoch();
    }

    int minimumKeyEpoch() {
        return list().minimumKeyEpoch();
    }

    int minimumIssuingEpoch() {
        return list().minimumIssuingEpoch();
    }

    private RevocationList list() {
        return reader.listInForce().orElseThrow().value();
    }

    @Override
    public long revision() {
        return told.revision();
    }

    @Override
    public void take(SecretBytes artefact) {
        ReaderArtefact next = ReaderArtefact.open(artefact, TestBench.PRIMITIVES::suite);
        next.requireAcceptable(dh.publicKey().encoded(), signing.publicKey().encoded(), Optional.of(told));
        reader.adopt(next);
        told.close();
        told = next;
        linked.meet(identity(), next.content().managerKey().map(CRYPTO::dhPublicKey));
    }

    private ReaderIdentity identity() {
        return new ReaderIdentity(
                dh,
                signing,
                told.trust().verifyReaderCertificateAsIssued(told.content().certificate()));
    }

    @Override
    public String toString() {
        return name + " with configuration " + reader.revision();
    }
}
