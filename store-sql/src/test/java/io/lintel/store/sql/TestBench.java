package io.lintel.store.sql;

import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.Primitives;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.crypto.Suite;
import io.lintel.protocol.statement.ReaderRequest;
import io.lintel.sdk.Manager;
import io.lintel.sdk.credential.CredentialIssued;
import io.lintel.sdk.credential.IssueCredential;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.person.AddPerson;
import io.lintel.sdk.profile.Profiles;
import io.lintel.sdk.site.CreateSite;
import io.lintel.sdk.site.SiteCreated;
import io.lintel.sdk.store.ManagerStore;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;

/** A manager on a fresh database, with a clock that tests set. */
final class TestBench implements AutoCloseable {

    static final Instant START = Instant.parse("2026-11-20T10:15:00Z");

    static final SecureRandom RANDOM = new SecureRandom();
    static final Primitives PRIMITIVES = Primitives.select(RANDOM);

    final TestDatabase database;
    final SetClock clock = new SetClock(START);
    final ManagerStore store;
    final Manager manager;

    TestBench(Database sort, Path directory) {
        this(sort.fresh(directory));
    }

    TestBench(TestDatabase database) {
        this.database = database;
        store = database.open();
        manager = Manager.on(store, clock, RANDOM, PRIMITIVES);
    }

    static CommandId id() {
        return CommandId.random(RANDOM);
    }

    SiteCreated site() {
        return site(Suite.X25519, Profiles.DEFAULT);
    }

    SiteCreated site(Suite suite, String profile) {
        return manager.sites()
                .create(id(), new CreateSite("Town hall", suite, Profiles.builtIn(profile), DistributorId.OPERATOR));
    }

    long person(CustomerId customer) {
        return manager.people()
                .add(id(), new AddPerson(customer, "Ada", "Byron", "ada@example.org"))
                .person();
    }

    CredentialIssued credential(CustomerId customer) {
        return manager.credentials().issue(id(), IssueCredential.of(customer, person(customer), "Phone"));
    }

    Phone phone(Suite suite) {
        return new Phone(PRIMITIVES.suite(suite), RANDOM);
    }

    static ReaderRequest readerRequest(Suite suite) {
        CryptoSuite crypto = PRIMITIVES.suite(suite);
        try (DhKeyPair dh = crypto.generateDhKeyPair();
                SigningKeyPair signing = crypto.generateSigningKeyPair()) {
            return ReaderRequest.make(crypto, dh.publicKey(), signing);
        }
    }

    @Override
    public void close() {
        store.close();
        database.drop();
    }
}
