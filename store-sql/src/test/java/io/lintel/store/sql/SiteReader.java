package io.lintel.store.sql;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.crypto.Suite;
import io.lintel.protocol.reader.AccessEvent;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.reader.ReaderArtefact;
import io.lintel.protocol.reader.ReaderMemory;
import io.lintel.protocol.reader.ReaderPorts;
import io.lintel.protocol.statement.ReaderRequest;
import io.lintel.protocol.testing.Conversation;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.reader.EnrollReader;
import io.lintel.sdk.reader.ExportReaderConfiguration;
import io.lintel.sdk.revocation.ReceiveReceipts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A reader at a door: it made its keys, is configured by hand, and keeps its lists over a configuration. */
final class SiteReader {

    private static final CryptoSuite CRYPTO = TestBench.PRIMITIVES.suite(Suite.X25519);

    final int number;
    private final TestBench bench;
    private final CustomerId customer;
    private final DhKeyPair dh;
    private final SigningKeyPair signing;
    private final ReaderMemory memory = ReaderMemory.inMemory();
    private @Nullable ReaderArtefact artefact;
    private @Nullable Reader reader;

    private SiteReader(TestBench bench, CustomerId customer, int number, DhKeyPair dh, SigningKeyPair signing) {
        this.bench = bench;
        this.customer = customer;
        this.number = number;
        this.dh = dh;
        this.signing = signing;
    }

    static SiteReader enroll(TestBench bench, CustomerId customer, String name) {
        DhKeyPair dh = CRYPTO.generateDhKeyPair();
        SigningKeyPair signing = CRYPTO.generateSigningKeyPair();
        int number = bench.manager
                .readers()
                .enroll(
                        TestBench.id(),
                        EnrollReader.of(customer, name, ReaderRequest.make(CRYPTO, dh.publicKey(), signing)))
                .reader();
        SiteReader made = new SiteReader(bench, customer, number, dh, signing);
        made.configure();
        return made;
    }

    /** Brings the newest configuration, as an installer does. */
    void configure() {
        ReaderArtefact next = bench.manager
                .readers()
                .exportConfiguration(TestBench.id(), ExportReaderConfiguration.of(customer, number));
        next.requireAcceptable(dh.publicKey().encoded(), signing.publicKey().encoded(), Optional.ofNullable(artefact));
        artefact = next;
        reader = next.reader(
                dh, signing, ReaderPorts.of(CRYPTO, TestBench.RANDOM).withMemory(memory), bench.clock.instant());
    }

    Reader reader() {
        return Objects.requireNonNull(reader);
    }

    /** Puts the site's newest list in force. */
    void takeNewestList() {
        reader().install(bench.manager.sites().currentRevocationList(customer).statement(), bench.clock.instant());
    }

    /** Has the manager know, by a receipt, which list and which configuration it has. */
    void giveReceipt() {
        Bytes receipt = reader().receipt(bench.clock.instant()).orElseThrow().bytes();
        bench.manager.revocations().receive(TestBench.id(), new ReceiveReceipts(customer, List.of(receipt)));
    }

    /** A tap, from the opener to the end. */
    Conversation tap(SitePhone phone) {
        return Conversation.between(
                        reader(),
                        phone.wallet,
                        Conversation.GESTURE,
                        bench.clock.instant(),
                        sent -> List.of(sent.message()))
                .complete();
    }

    /** Whether it opens for a phone. */
    boolean opensFor(SitePhone phone) {
        List<AccessEvent> decisions = tap(phone).decisions();
        return decisions.stream().anyMatch(AccessEvent::isGranted);
    }
}
