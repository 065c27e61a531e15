package io.lintel.protocol.vectors;

import io.lintel.crypto.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The terms of the vectors' revocation lists. */
record ListTerms(
        Instant issued,
        Instant expires,
        int minimumKeyEpoch,
        int minimumIssuingEpoch,
        long baseSerial,
        Set<Bytes> readerKeys,
        Set<Long> revoked) {
    static final ListTerms USUAL = new ListTerms(
            SiteNodes.NOW.minus(Duration.ofHours(1)),
            SiteNodes.NOW.plus(Duration.ofDays(7)),
            1,
            1,
            1,
            Set.of(),
            Set.of());
    static final ListTerms STALE = new ListTerms(
            SiteNodes.NOW.minus(Duration.ofDays(8)), SiteNodes.NOW.minusSeconds(1), 1, 1, 1, Set.of(), Set.of());

    ListTerms revoking(long... serials) {
        Set<Long> set = LongStream.of(serials).boxed().collect(Collectors.toSet());
        return new ListTerms(issued, expires, minimumKeyEpoch, minimumIssuingEpoch, baseSerial, readerKeys, set);
    }

    ListTerms revokingReader(Bytes fingerprint) {
        return new ListTerms(
                issued, expires, minimumKeyEpoch, minimumIssuingEpoch, baseSerial, Set.of(fingerprint), revoked);
    }

    ListTerms issuedIn(Duration time) {
        return new ListTerms(
                SiteNodes.NOW.plus(time),
                expires,
                minimumKeyEpoch,
                minimumIssuingEpoch,
                baseSerial,
                readerKeys,
                revoked);
    }

    ListTerms withBase(long serial) {
        return new ListTerms(issued, expires, minimumKeyEpoch, minimumIssuingEpoch, serial, readerKeys, revoked);
    }

    ListTerms withMinimumIssuingEpoch(int epoch) {
        return new ListTerms(issued, expires, minimumKeyEpoch, epoch, baseSerial, readerKeys, revoked);
    }

    ListTerms withMinimumKeyEpoch(int epoch) {
        return new ListTerms(issued, expires, epoch, minimumIssuingEpoch, baseSerial, readerKeys, revoked);
    }
}
