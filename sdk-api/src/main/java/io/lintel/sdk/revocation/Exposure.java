package io.lintel.sdk.revocation;

import io.lintel.sdk.revocation.ReaderExposure.Reason;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How long a revoked credential may still open doors ({@code spec/revocation.md}, "Exposure"). Pure: only what is certain
 * counts; that a phone deleted the credential, or that a reader may soon be met, does not.
 */
public final class Exposure {

    private Exposure() {}

    /** The exposure at each of the readers that a credential was ever signed for. */
    public static List<ReaderExposure> at(RevokedFacts revoked, Collection<ReaderFacts> readers) {
        return readers.stream().map(reader -> at(revoked, reader)).toList();
    }

    /** The exposure at the worst of them; {@link Bound.Enforced} where there is none. */
    public static Bound worst(Collection<ReaderExposure> readers) {
        Bound worst = new Bound.Enforced();
        for (ReaderExposure reader : readers) {
            worst = worst.orLater(reader.bound());
        }
        return worst;
    }

    /** The exposure at one reader. */
    public static ReaderExposure at(RevokedFacts revoked, ReaderFacts reader) {
        // A receipt proves the list that it names and no later one.
        if (reader.confirmed() >= revoked.epoch()) {
            return new ReaderExposure(reader.reader(), new Bound.Enforced(), Reason.RECEIPT, reader.lag());
        }
        if (reader.certifiedAt() >= revoked.epoch()) {
            return new ReaderExposure(reader.reader(), new Bound.Enforced(), Reason.CERTIFIED_LATER, reader.lag());
        }
        Optional<Term> first = first(revoked, reader);
        if (first.isEmpty()) {
            return new ReaderExposure(reader.reader(), new Bound.Unbounded(), Reason.NO_TERM, reader.lag());
        }
        if (reader.lag().isEmpty()) {
            return new ReaderExposure(reader.reader(), new Bound.Unbounded(), Reason.UNKNOWN_LAG, reader.lag());
        }
        Instant at = first.get().at().plus(reader.lag().get());
        return new ReaderExposure(
                reader.reader(), new Bound.Until(at), first.get().reason(), reader.lag());
    }

    /** Something that ends the exposure by the reader's own clock. */
    private record Term(Instant at, Reason reason) {

        Term orEarlier(Term other) {
            return other.at.isBefore(at) ? other : this;
        }
    }

    private static Optional<Term> first(RevokedFacts revoked, ReaderFacts reader) {
        Optional<Term> lease = revoked.leaseEnd().map(at -> new Term(at, Reason.LEASE_END));
        Optional<Term> validity = revoked.validUntil().map(at -> new Term(at, Reason.VALIDITY_END));
        Optional<Term> stale = revoked.lastListExpires()
                .flatMap(expires -> reader.staleFor().map(time -> new Term(expires.plus(time), Reason.LIST_TOO_OLD)));
        return earlier(earlier(validity, lease), stale);
    }

    private static Optional<Term> earlier(Optional<Term> one, Optional<Term> other) {
        return one.isPresent() && other.isPresent()
                ? Optional.of(one.get().orEarlier(other.get()))
                : one.or(() -> other);
    }
}
