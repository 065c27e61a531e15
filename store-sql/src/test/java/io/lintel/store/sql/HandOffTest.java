package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.lintel.crypto.Suite;
import io.lintel.protocol.activation.ActivationGrant;
import io.lintel.protocol.activation.ActivationResult;
import io.lintel.protocol.activation.VerifiedGrant;
import io.lintel.protocol.statement.Credential;
import io.lintel.sdk.credential.CredentialIssued;
import io.lintel.sdk.handoff.HandOffCheck;
import io.lintel.sdk.handoff.HandOffClaim;
import io.lintel.sdk.handoff.HandOffKey;
import io.lintel.sdk.handoff.HandOffVerifier;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.Site;
import io.lintel.testing.Requirement;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What phones of sites with self-service get to show, on its way to the host system. */
@OnEveryDatabase
class HandOffTest {

    private static final String PROFILE = "baltech-self-service";

    private final Database database;
    private TestBench bench;

    HandOffTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        bench = new TestBench(database, directory);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @EnumSource
    @Requirement({"SSR-16", "SSR-11"})
    void theHostLearnsWhoseNumberItIs(Suite suite) {
        Site site = bench.site(suite, PROFILE).site();
        grant(site, bench.phone(suite));
        Phone phone = bench.phone(suite);

        ActivationGrant grant = grant(site, phone);

        HandOffClaim claim = claim(host(site), grant);
        Credential credential = VerifiedGrant.of(
                        grant, phone.crypto(), phone.holder().publicKey(), TestBench.START)
                .credential()
                .value();
        assertEquals(2, claim.accessNumber());
        assertEquals(credential.accessNumber(), claim.accessNumber());
        assertEquals(credential.serial(), claim.serial());
        assertEquals(site.project(), claim.project());
        assertEquals(TestBench.START, claim.issued());
    }

    @Test
    @Requirement("SSR-16")
    void whoScansAgainGetsAFreshClaimForTheSameNumber() {
        Site site = bench.site(Suite.X25519, PROFILE).site();
        Phone phone = bench.phone(Suite.X25519);
        ActivationGrant first = grant(site, phone);
        HandOffClaim before = claim(host(site), first);
        bench.clock.set(TestBench.START.plus(HandOffClaim.VALIDITY));
        assertEquals(new HandOffCheck.Expired(bench.clock.instant()), check(host(site), first));

        HandOffClaim after = claim(host(site), grant(site, phone));

        assertEquals(before.accessNumber(), after.accessNumber());
        assertNotEquals(before.id(), after.id());
    }

    @Test
    @Requirement("SSR-16")
    void aClaimCountsAtItsOwnProjectAlone() {
        Site site = bench.site(Suite.X25519, PROFILE).site();
        Site other = bench.site(Suite.X25519, PROFILE).site();
        ActivationGrant grant = grant(site, bench.phone(Suite.X25519));

        assertEquals(new HandOffCheck.NotGenuine(), check(host(other), grant));
        assertEquals(
                new HandOffCheck.NotGenuine(),
                check(
                        HandOffVerifier.of(
                                TestBench.PRIMITIVES,
                                other.project(),
                                List.of(bench.manager.sites().handOffKey(site.customer()))),
                        grant));
    }

    @Test
    void onlySelfServiceHasClaims() {
        CustomerId customer = bench.site().site().customer();
        CredentialIssued issued = bench.credential(customer);

        ActivationResult result = bench.phone(Suite.X25519).redeem(bench.manager, issued.activation());

        assertEquals(
                Optional.empty(),
                assertInstanceOf(ActivationResult.Activated.class, result)
                        .grant()
                        .handOffClaim());
    }

    private ActivationGrant grant(Site site, Phone phone) {
        ActivationResult result =
                phone.redeem(bench.manager, bench.manager.sites().projectActivation(site.customer()));
        return assertInstanceOf(ActivationResult.Activated.class, result).grant();
    }

    /** A host system, which gets the project's key as text. */
    private HandOffVerifier host(Site site) {
        String jwk = bench.manager.sites().handOffKey(site.customer()).jwk();
        return HandOffVerifier.of(TestBench.PRIMITIVES, site.project(), List.of(HandOffKey.parse(jwk)));
    }

    private HandOffCheck check(HandOffVerifier host, ActivationGrant grant) {
        return host.check(grant.handOffClaim().orElseThrow(), bench.clock.instant());
    }

    private HandOffClaim claim(HandOffVerifier host, ActivationGrant grant) {
        return assertInstanceOf(HandOffCheck.Genuine.class, check(host, grant)).claim();
    }
}
