package io.lintel.benchmarks.tap;

import io.lintel.benchmarks.floor.Floor;
import io.lintel.benchmarks.floor.RawPrimitives;
import io.lintel.crypto.CryptoProvider;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.Primitives;
import io.lintel.crypto.ProviderPreferences;
import io.lintel.crypto.Suite;
import io.lintel.protocol.activation.VerifiedGrant;
import io.lintel.protocol.output.BitString;
import io.lintel.protocol.output.WiegandFormat;
import io.lintel.protocol.reader.AccessRequest;
import io.lintel.protocol.reader.Decision;
import io.lintel.protocol.reader.PolicySettings;
import io.lintel.protocol.reader.SitePolicy;
import io.lintel.protocol.serials.SerialSet;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.Purpose;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.tap.Intent;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.tap.Trigger;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What is done besides taps: the credential, the policy, the list, the panel's wires, a phone's activation. What calls a primitive has
 * its floor beside it, by the same name; the rest calls none, so that no floor is there.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls the setup before anything else.
public class BesidesJmh {
    private static final int ISSUED = 1_000_000;
    private static final int REVOKED = ISSUED / 100;
    private static final int SIGNATURE = 64;
    private static final int CREDENTIAL_KIND = "lintel/1/credential".length() + 1;
    private static final int LIST_KIND = "lintel/1/revocation-list".length() + 1;

    /** The suite. */
    @Param({"X25519", "P256"})
    public Suite suite;

    /** The provider that goes before others wherever it has a primitive. */
    @Param({"CONSCRYPT", "ACCP", "BOUNCY_CASTLE", "JDK"})
    public CryptoProvider provider;

    private Site site;
    private Signed<Credential> credential;
    private Signed<RevocationList> list;
    private SitePolicy policy;
    private AccessRequest request;
    private Floor verification;
    private Floor listVerification;
    private Floor activation;
    private Activating activating;
    private long asked;

    /** Signs a credential, and a list that revokes one in a hundred of a million. */
    @Setup
    public void build() {
        SecureRandom random = new SecureRandom();
        Primitives primitives = Primitives.select(ProviderPreferences.preferring(provider), random);
        CryptoSuite crypto = primitives.suite(suite);
        site = new Site(crypto, random);
        credential = site.credential(1, crypto.generateDhKeyPair());
        list = site.list(SerialSet.of(
                new SplittableRandom(1).longs(REVOKED, 2, ISSUED).distinct().toArray()));
        policy = new SitePolicy(PolicySettings.recommended());
        request = new AccessRequest(
                credential.value(),
                Intent.of(Trigger.LIST),
                Transport.BLE_GATT,
                TapPath.COLD,
                Duration.ZERO,
                Site.NOW,
                site.certificate(crypto.generateDhKeyPair(), crypto.generateSigningKeyPair())
                        .value(),
                1,
                Optional.of(list.value()));
        RawPrimitives raw = RawPrimitives.like(primitives, suite);
        verification =
                new Floor(raw, Plan.signed(CREDENTIAL_KIND + credential.bytes().size() - SIGNATURE));
        activation = new Floor(raw, Plan.activation(Purpose.values().length));
        activating = new Activating(site, crypto, random);
        listVerification = new Floor(raw, Plan.signed(LIST_KIND + list.bytes().size() - SIGNATURE));
    }

    /** A credential that the reader sees for the first time. */
    @Benchmark
    public Signed<Credential> credentialFirst() {
        return site.trust().verifyCredential(credential.bytes(), Site.NOW);
    }

    /** The signature alone. */
    @Benchmark
    public int credentialFirstFloor() {
        return verification.run();
    }

    /** A credential that the reader verified before: is its issuing key still good? */
    @Benchmark
    public boolean credentialCached() {
        return site.trust().trusts(credential, Site.NOW);
    }

    /** The built-in policy, the list among it. */
    @Benchmark
    public Decision policy() {
        return policy.decide(request);
    }

    /** A serial in a list of a million, of which one percent are revoked. */
    @Benchmark
    public boolean listLookUp() {
        asked = asked * 6364136223846793005L + 1442695040888963407L;
        return list.value().revokes(1 + (asked >>> 33) % ISSUED);
    }

    /** That list, out of its octets: verified, checked, ready for look-ups. */
    @Benchmark
    public Signed<RevocationList> listDecode() {
        return site.trust().verifyList(list.bytes(), Site.NOW);
    }

    /** The signature alone, over as many octets. */
    @Benchmark
    public int listDecodeFloor() {
        return listVerification.run();
    }

    /** A phone's activation, both sides. */
    @Benchmark
    public VerifiedGrant activation() {
        return activating.activate();
    }

    /** Its calls on key pairs and signatures alone. */
    @Benchmark
    public int activationFloor() {
        return activation.run();
    }

    /** What goes to the panel. */
    @Benchmark
    public BitString wiegand() {
        return WiegandFormat.H10302.encode(credential.value().accessNumber());
    }
}
