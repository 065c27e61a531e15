package io.lintel.protocol.testing;

import io.lintel.protocol.reader.AccessPolicy;
import io.lintel.protocol.reader.PolicySettings;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.reader.ReaderClock;
import io.lintel.protocol.reader.ReaderClock.Without;
import io.lintel.protocol.reader.ReaderConfiguration;
import io.lintel.protocol.reader.ReaderIdentity;
import io.lintel.protocol.reader.ReaderLimits;
import io.lintel.protocol.reader.ReaderMemory;
import io.lintel.protocol.reader.ReaderPorts;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.ReaderCertificate;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.statement.Technology;
import io.lintel.protocol.tap.ProjectKey;
import io.lintel.protocol.tap.Randomness;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.tap.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A reader before it starts: group 1, no colour, every transport and trigger, a
 * clock that may lag, list 1, which
 * revokes nothing and lasts. Starting it again is a restart: the
 * same keys, certificate and memory, empty tables.
 */
public final class ReaderDraft {
    private final TestSite site;
    private final int number;
    private Set<Integer> groups = Set.of(1);
    private Technology technology = Technology.NONE;
    private Instant expires = TestSite.NOW.plus(Duration.ofDays(365));
    private ProjectKey projectKey;
    private PolicySettings policy = new PolicySettings(
            EnumSet.allOf(Transport.class),
            EnumSet.allOf(Trigger.class),
            PolicySettings.PersonVerification.AS_CREDENTIAL_SAYS,
            Duration.ofSeconds(2),
            Duration.ZERO,
            new ReaderClock(Optional.of(ReaderClock.MAX_LAG), Without.ALLOW));
    private ReaderLimits limits = ReaderLimits.standard();
    private List<Signed<Credential>> directory = List.of();
    private Optional<Signed<RevocationList>> list;
    private AccessPolicy siteRule = AccessPolicy.none();
    private ReaderMemory memory = ReaderMemory.inMemory();
    private long revision;
    private @Nullable ReaderIdentity identity;

    ReaderDraft(TestSite site, int number) {
        this.site = site;
        this.number = number;
        this.projectKey = site.projectKey();
        this.list = Optional.of(site.lastingList());
    }

    public ReaderDraft groups(Set<Integer> value) {
        groups = value;
        return this;
    }

    public ReaderDraft technology(Technology value) {
        technology = value;
        return this;
    }

    public ReaderDraft expires(Instant value) {
        expires = value;
        return this;
    }

    public ReaderDraft projectKey(ProjectKey value) {
        projectKey = value;
        return this;
    }

    public ReaderDraft policy(PolicySettings value) {
        policy = value;
        return this;
    }

    public ReaderDraft limits(ReaderLimits value) {
        limits = value;
        return this;
    }

    public ReaderDraft directory(List<Signed<Credential>> value) {
        directory = value;
        return this;
    }

    public ReaderDraft list(Signed<RevocationList> value) {
        list = Optional.of(value);
        return this;
    }

    public ReaderDraft withoutList() {
        list = Optional.empty();
        return this;
    }

    public ReaderDraft siteRule(AccessPolicy value) {
        siteRule = value;
        return this;
    }

    /** What the reader keeps; each draft has a memory of its own, which lasts from start to start. */
    public ReaderDraft memory(ReaderMemory value) {
        memory = value;
        return this;
    }

    public ReaderDraft revision(long value) {
        revision = value;
        return this;
    }

    public PolicySettings policy() {
        return policy;
    }

    /** Returns the reader's keys and certificate, the same each time. */
    public ReaderIdentity identity() {
        ReaderIdentity made = identity;
        if (made == null) {
            made = makeIdentity();
            identity = made;
        }
        return made;
    }

    /** Returns the reader's signed certificate. */
    public Signed<ReaderCertificate> certificate() {
        return identity().certificate();
    }

    public Reader start() {
        return start(site.random()::octets);
    }

    /** Starts it with other nonces and another state epoch than the site's. */
    public Reader start(Randomness randomness) {
        var configuration =
                new ReaderConfiguration(site.trust(), projectKey, policy, limits, directory, list, revision);
        var ports = new ReaderPorts(site.suite(), site.suite()::generateDhKeyPair, randomness, siteRule, memory);
        return new Reader(identity(), configuration, ports, TestSite.NOW);
    }

    private ReaderIdentity makeIdentity() {
        var dh = site.suite().generateDhKeyPair();
        var signing = site.suite().generateSigningKeyPair();
        return new ReaderIdentity(
                dh,
                signing,
                site.sign(new ReaderCertificate(
                        site.project(),
                        1,
                        number,
                        dh.publicKey().encoded(),
                        signing.publicKey().encoded(),
                        groups,
                        technology,
                        TestSite.CREATED,
                        expires)));
    }
}
