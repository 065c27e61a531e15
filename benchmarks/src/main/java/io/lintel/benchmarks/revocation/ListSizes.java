package io.lintel.benchmarks.revocation;

import io.lintel.benchmarks.revocation.Population.Pattern;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.Primitives;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.crypto.Suite;
import io.lintel.protocol.revocation.ListDelta;
import io.lintel.protocol.serials.CodedSerials;
import io.lintel.protocol.serials.SerialSet;
import io.lintel.protocol.statement.ProjectRoot;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.statement.StatementSigner;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/** The octets of lists. They are the same in every run; only signatures differ, and not in length. */
final class ListSizes {
    private static final Instant ISSUED = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<Integer> ISSUED_SERIALS = List.of(100_000, 1_000_000, 10_000_000);

    private final StatementSigner signer;
    private final SigningKeyPair key;
    private final ProjectRoot root;

    ListSizes() {
        CryptoSuite suite = Primitives.select(new SecureRandom()).suite(Suite.X25519);
        this.signer = new StatementSigner(suite);
        this.key = suite.generateSigningKeyPair();
        this.root = new ProjectRoot(suite.id(), key.publicKey().encoded(), ISSUED);
    }

    /**
     * One population.
     *
     * @param minimum the information-theoretic minimum for a random set
     * @param serials the octets of our list's serials
     * @param rest the octets of header and signature around them
     */
    record Row(
            Population population,
            double minimum,
            int serials,
            int rest,
            long roaring,
            long tokenStatusList,
            long eliasFano,
            long eliasFanoBare) {
        boolean isSmallest() {
            return serials < roaring && serials < tokenStatusList && serials < eliasFano && serials < eliasFanoBare;
        }
    }

    /**
     * What a delta takes.
     *
     * @param serials the octets of the serials that come
     * @param rest all other octets: both lists' hashes, the later list's header and its signature
     */
    record Delta(int serials, int rest) {}

    static List<Population> populations() {
        List<Population> populations = new ArrayList<>();
        for (Pattern pattern : Pattern.values()) {
            ISSUED_SERIALS.forEach(issued -> populations.add(Population.of(issued, pattern)));
        }
        return populations;
    }

    Row row(Population population) {
        Signed<RevocationList> list = list(1, population.revoked());
        int serials = list.value().revoked().octets().size();
        return new Row(
                population,
                population.minimumOctets(),
                serials,
                list.bytes().size() - serials,
                Rivals.roaringOctets(population),
                Rivals.tokenStatusList(population).length,
                Rivals.eliasFanoOctets(population),
                Rivals.eliasFanoBareOctets(population));
    }

    /** Ten more serials are revoked among a population. */
    Delta delta(Population population) {
        Signed<RevocationList> before = list(1, population.revoked());
        SerialSet added = SerialSet.of(LongStream.range(0, 10)
                .map(i -> population.issued() / 10 * i + 77_777)
                .toArray());
        if (added.minus(population.revoked()).size() != added.size()) {
            throw new IllegalStateException("one of the ten is revoked already");
        }
        Signed<RevocationList> after = list(2, population.revoked().union(added));
        ListDelta delta = ListDelta.between(before, after);
        int serials = delta.added().octets().size();
        return new Delta(serials, delta.bytes().size() - serials);
    }

    private Signed<RevocationList> list(long epoch, SerialSet revoked) {
        return signer.sign(
                key.privateKey(),
                new RevocationList(
                        root.project(),
                        1,
                        epoch,
                        1,
                        1,
                        ISSUED,
                        ISSUED.plus(Duration.ofDays(7)),
                        Set.of(),
                        CodedSerials.of(1, revoked),
                        RevocationList.ALL_GROUPS));
    }
}
