package io.lintel.store.sql;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.crypto.Suite;
import io.lintel.protocol.reader.ReaderArtefact;
import io.lintel.protocol.statement.ProjectId;
import io.lintel.protocol.statement.ReaderRequest;
import io.lintel.protocol.statement.Receipt;
import io.lintel.protocol.statement.StatementSigner;
import io.lintel.protocol.statement.Technology;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.PublishedList;
import io.lintel.sdk.reader.EnrollReader;
import io.lintel.sdk.reader.ExportReaderConfiguration;
import io.lintel.sdk.revocation.ReceiptsReceived;
import io.lintel.sdk.revocation.ReceiptsReceived.Outcome;
import io.lintel.sdk.revocation.ReceiveReceipts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A reader with its own keys, that gives receipts of whatever the test says. */
final class TestReader implements AutoCloseable {

    final int number;
    /** Which manager it talks to. */
    TestBench bench;

    private final CustomerId customer;
    private final CryptoSuite crypto = TestBench.PRIMITIVES.suite(Suite.X25519);
    private final DhKeyPair dh = crypto.generateDhKeyPair();
    private final SigningKeyPair signing = crypto.generateSigningKeyPair();
    private long receipts;
    long revision;

    TestReader(TestBench bench, CustomerId customer, Integer... groups) {
        this.bench = bench;
        this.customer = customer;
        ReaderRequest request = ReaderRequest.make(crypto, dh.publicKey(), signing);
        number = bench.manager
                .readers()
                .enroll(TestBench.id(), new EnrollReader(customer, "Gate", Set.of(groups), Technology.NONE, request))
                .reader();
    }

    /** Takes its newest configuration. */
    TestReader configured() {
        try (ReaderArtefact artefact = bench.manager
                .readers()
                .exportConfiguration(TestBench.id(), ExportReaderConfiguration.of(customer, number))) {
            revision = artefact.revision();
        }
        return this;
    }

    /** The list that its newest configuration brings. */
    Bytes listOfItsConfiguration() {
        try (ReaderArtefact artefact = bench.manager
                .readers()
                .exportConfiguration(TestBench.id(), ExportReaderConfiguration.of(customer, number))) {
            return artefact.content().revocationList().orElseThrow();
        }
    }

    /** A receipt of a list, one above the last. */
    Bytes receipt(PublishedList list) {
        return receipt(Optional.of(new Receipt.ListInForce(list.epoch(), crypto.sha256(list.statement()))), ++receipts);
    }

    Bytes receipt(Optional<Receipt.ListInForce> list, long asNumber) {
        return receipt(list, asNumber, Optional.of(bench.clock.instant()));
    }

    /** A receipt of a list as it would be under another number and clock. */
    Bytes receipt(PublishedList list, long asNumber, Optional<Instant> clock) {
        return receipt(
                Optional.of(new Receipt.ListInForce(list.epoch(), crypto.sha256(list.statement()))), asNumber, clock);
    }

    private Bytes receipt(Optional<Receipt.ListInForce> list, long asNumber, Optional<Instant> clock) {
        ProjectId project = bench.manager.sites().get(customer).project();
        Receipt receipt =
                new Receipt(project, crypto.sha256(dh.publicKey().encoded()), list, revision, clock, asNumber);
        return new StatementSigner(crypto).sign(signing.privateKey(), receipt).bytes();
    }

    /** Has somebody bring a receipt of the newest list. */
    Outcome confirmsNewest() {
        return brings(receipt(bench.manager.revocations().newest(customer)));
    }

    Outcome brings(Bytes receipt) {
        ReceiptsReceived received =
                bench.manager.revocations().receive(TestBench.id(), new ReceiveReceipts(customer, List.of(receipt)));
        return received.outcomes().get(0);
    }

    @Override
    public void close() {
        dh.close();
        signing.close();
    }
}
