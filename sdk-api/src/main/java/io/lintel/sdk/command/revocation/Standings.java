package io.lintel.sdk.command.revocation;

import io.lintel.sdk.model.CertifiedReader;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.SignedReach;
import io.lintel.sdk.model.ToldConfiguration;
import io.lintel.sdk.profile.Profile;
import io.lintel.sdk.reader.CompromisedReader;
import io.lintel.sdk.revocation.Bound;
import io.lintel.sdk.revocation.Exposure;
import io.lintel.sdk.revocation.KnownReceipt;
import io.lintel.sdk.revocation.ReaderExposure;
import io.lintel.sdk.revocation.ReaderExposure.Reason;
import io.lintel.sdk.revocation.ReaderFacts;
import io.lintel.sdk.revocation.Restoration;
import io.lintel.sdk.revocation.Revocation;
import io.lintel.sdk.revocation.RevokedFacts;
import io.lintel.sdk.revocation.SetBack;
import io.lintel.sdk.store.RevocationListRecords.ListMark;
import io.lintel.sdk.store.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is certain of a site's readers, read once for many credentials. Readers that were removed are among them: that a
 * reader was crossed out here does not take it off its wall.
 */
final class Standings {

    private final UnitOfWork unit;
    private final CustomerId customer;
    private final Optional<Duration> statedLag;
    private final List<CertifiedReader> readers;
    private final Set<Integer> compromised;
    private final Map<Integer, KnownReceipt> receipts;
    private final Map<Integer, SetBack> setBack;
    private final Map<Integer, List<ToldConfiguration>> told;
    private final OptionalLong forgottenSince;
    private final Map<Long, Optional<Instant>> expiries = new HashMap<>();

    Standings(UnitOfWork unit, CustomerId customer, Profile profile) {
        this.unit = unit;
        this.customer = customer;
        this.statedLag = profile.readers().readerClock().boundedLag();
        this.readers = unit.enforcement().certified(customer);
        // What a compromised reader once enforced, whoever has it now may have undone.
        this.compromised = unit.compromisedReaders().list(customer).stream()
                .map(CompromisedReader::reader)
                .collect(Collectors.toSet());
        this.receipts = unit.enforcement().newest(customer).stream()
                .filter(receipt -> !compromised.contains(receipt.reader()))
                .collect(Collectors.toMap(KnownReceipt::reader, Function.identity()));
        this.setBack = unit.enforcement().setBack(customer).stream()
                .collect(Collectors.toMap(SetBack::reader, Function.identity()));
        this.forgottenSince = unit.restorations().list(customer).stream()
                .filter(restoration -> restoration.reviewed().isEmpty())
                .mapToLong(Restoration::knownEpoch)
                .min();
        this.told =
                unit.enforcement().told(customer).stream().collect(Collectors.groupingBy(ToldConfiguration::reader));
    }

    List<CertifiedReader> readers() {
        return readers;
    }

    Optional<KnownReceipt> receipt(CertifiedReader reader) {
        return Optional.ofNullable(receipts.get(reader.number()));
    }

    /** That a reader was set back, where it has not proven again since what it had proven before. */
    Optional<SetBack> setBack(CertifiedReader reader) {
        long proven = receipt(reader).map(KnownReceipt::listEpoch).orElse(0L);
        return Optional.ofNullable(setBack.get(reader.number())).filter(known -> proven < known.lostEpoch());
    }

    /** How far all statements of a revoked credential reach; to no reader where none was ever signed. */
    SignedReach reach(Revocation revocation) {
        return unit.revocations()
                .reach(customer, revocation.serial())
                .orElseGet(() -> SignedReach.nowhere(customer, revocation.serial()));
    }

    /** The exposure of a revoked credential at each reader that it was ever signed for. */
    List<ReaderExposure> exposure(Revocation revocation) {
        return exposure(revocation, reach(revocation));
    }

    /** The same, with its reach at hand. */
    List<ReaderExposure> exposure(Revocation revocation, SignedReach reach) {
        RevokedFacts facts = new RevokedFacts(
                revocation.epoch(), reach.leaseEnd(), reach.validUntil(), lastExpiry(revocation.epoch()));
        return Exposure.at(
                facts,
                Stream.concat(
                                readers.stream().flatMap(reader -> facts(reader, reach).stream()),
                                forgotten(reach).stream())
                        .toList());
    }

    /** A reader that may have got its keys after the state to which the database was put back, with a list no older than that. */
    private Optional<ReaderFacts> forgotten(SignedReach reach) {
        return forgottenSince.isEmpty() || reach.groups().isEmpty()
                ? Optional.empty()
                : Optional.of(new ReaderFacts(
                        ReaderExposure.FORGOTTEN_READER, forgottenSince.getAsLong(), 0, statedLag, Optional.empty()));
    }

    /** Until when each reader may still open for something that a list of an epoch revokes. */
    List<ReaderExposure> openFor(long epoch) {
        return readers.stream().map(reader -> openFor(epoch, reader)).toList();
    }

    private ReaderExposure openFor(long epoch, CertifiedReader reader) {
        long certifiedAt = reader.since(reader.groups().keySet()).orElse(0);
        ReaderFacts facts = facts(reader, certifiedAt, reader.groups().keySet());
        Optional<SignedReach> missed =
                unit.revocations().longest(customer, Math.max(facts.confirmed(), facts.certifiedAt()), epoch);
        if (missed.isEmpty() && facts.confirmed() < epoch) {
            return new ReaderExposure(reader.number(), new Bound.Enforced(), Reason.NOTHING_MISSED, facts.lag());
        }
        return Exposure.at(
                new RevokedFacts(
                        epoch,
                        missed.flatMap(SignedReach::leaseEnd),
                        missed.flatMap(SignedReach::validUntil),
                        lastExpiry(epoch)),
                facts);
    }

    /** When the newest list before an epoch expires. */
    private Optional<Instant> lastExpiry(long epoch) {
        return expiries.computeIfAbsent(
                epoch, of -> unit.revocationLists().markBefore(customer, of).flatMap(ListMark::expires));
    }

    private Optional<ReaderFacts> facts(CertifiedReader reader, SignedReach reach) {
        Set<Integer> shared = reach.among(reader.groups().keySet());
        OptionalLong since = reader.since(shared);
        return since.isPresent() ? Optional.of(facts(reader, since.getAsLong(), shared)) : Optional.empty();
    }

    /**
     * What is certain of one reader. It may have gone on to any configuration that it was told after the one in its receipt,
     * so the worst of them counts; without such a receipt, nothing is known of any.
     *
     * @param groups those for which it may open: a list that does not name what is revoked for them proves nothing
     */
    ReaderFacts facts(CertifiedReader reader, long certifiedSince, Set<Integer> groups) {
        Optional<KnownReceipt> receipt = receipt(reader);
        long certifiedAt = certifiedAt(reader, certifiedSince, receipt);
        long confirmed = receipt.filter(known -> known.covers(groups))
                .map(KnownReceipt::listEpoch)
                .orElse(0L);
        long revision = receipt.map(KnownReceipt::revision).orElse(0L);
        List<ToldConfiguration> possible = told.getOrDefault(reader.number(), List.of()).stream()
                .filter(configuration -> configuration.revision() >= revision)
                .toList();
        boolean known = possible.stream().anyMatch(configuration -> configuration.revision() == revision);
        if (!known) {
            return new ReaderFacts(reader.number(), certifiedAt, confirmed, statedLag, Optional.empty());
        }
        return new ReaderFacts(
                reader.number(),
                certifiedAt,
                confirmed,
                worst(possible.stream().map(ToldConfiguration::lag)),
                worst(possible.stream().map(ToldConfiguration::staleFor)));
    }

    /** Whoever says that it has an older list than that of its first day was started with an older one all the same. */
    private long certifiedAt(CertifiedReader reader, long certifiedSince, Optional<KnownReceipt> receipt) {
        if (compromised.contains(reader.number())) {
            // As its receipts, so the list of its first day.
            return 0;
        }
        return receipt.map(KnownReceipt::listEpoch)
                .or(() -> Optional.ofNullable(setBack.get(reader.number())).map(SetBack::epoch))
                .filter(said -> said < reader.firstCertified())
                .orElse(certifiedSince);
    }

    /** The longest; empty where one of them has no end. */
    private static Optional<Duration> worst(Stream<Optional<Duration>> times) {
        return times.reduce((one, other) ->
                        one.flatMap(first -> other.map(second -> first.compareTo(second) < 0 ? second : first)))
                .flatMap(Function.identity());
    }
}
