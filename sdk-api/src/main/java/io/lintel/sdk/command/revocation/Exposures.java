package io.lintel.sdk.command.revocation;

import io.lintel.sdk.command.SiteProfile;
import io.lintel.sdk.model.CertifiedReader;
import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.revocation.Bound;
import io.lintel.sdk.revocation.Coverage;
import io.lintel.sdk.revocation.CredentialExposure;
import io.lintel.sdk.revocation.Exposure;
import io.lintel.sdk.revocation.KnownReceipt;
import io.lintel.sdk.revocation.ReaderCoverage;
import io.lintel.sdk.revocation.ReaderExposure;
import io.lintel.sdk.revocation.ReaderExposure.Reason;
import io.lintel.sdk.revocation.Revocation;
import io.lintel.sdk.revocation.RevocationStage;
import io.lintel.sdk.store.UnitOfWork;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells until when revoked credentials may open doors, and what readers enforce. Reads only. */
public final class Exposures {

    private Exposures() {}

    /** The exposure of one credential; also of one that was forgotten, whose serial is still on the list. */
    public static CredentialExposure of(UnitOfWork unit, CustomerId customer, long serial, Instant now) {
        Optional<IssuedCredential> credential = unit.credentials().find(customer, serial);
        Optional<Revocation> found = revocation(unit, customer, serial);
        if (found.isEmpty()) {
            if (credential.isEmpty()) {
                throw new ManagerException.NotFound("credential " + serial + " of site " + customer);
            }
            return new CredentialExposure(
                    customer, serial, RevocationStage.NONE, found, new Bound.Unbounded(), List.of());
        }
        Standings standings = new Standings(unit, customer, SiteProfile.of(unit, customer));
        List<ReaderExposure> readers = standings.exposure(found.get());
        Bound bound = Exposure.worst(readers);
        return new CredentialExposure(
                customer, serial, stage(credential, found.get(), bound.isOver(now)), found, bound, readers);
    }

    /** One that was forgotten when the database was put back is revoked like the first of them, which is written down. */
    private static Optional<Revocation> revocation(UnitOfWork unit, CustomerId customer, long serial) {
        return unit.revocations()
                .find(customer, serial)
                .or(() -> unit.restorations().list(customer).stream()
                        .filter(restoration -> restoration.lost(serial))
                        .findFirst()
                        .flatMap(restoration -> unit.revocations().find(customer, restoration.firstSerial())));
    }

    private static RevocationStage stage(Optional<IssuedCredential> credential, Revocation revocation, boolean over) {
        if (over) {
            return RevocationStage.ENFORCED;
        }
        if (credential.map(IssuedCredential::state).equals(Optional.of(CredentialState.LOST))) {
            return RevocationStage.LOST;
        }
        return revocation.phone().isPresent() ? RevocationStage.CONFIRMED_BY_PHONE : RevocationStage.PENDING;
    }

    /** Which readers enforce a list. */
    public static Coverage coverage(UnitOfWork unit, CustomerId customer, long epoch) {
        Standings standings = new Standings(unit, customer, SiteProfile.of(unit, customer));
        Map<Integer, Instant> since = unit.enforcement().first(customer, epoch).stream()
                .collect(Collectors.toMap(KnownReceipt::reader, KnownReceipt::received));
        Map<Integer, ReaderExposure> open = standings.openFor(epoch).stream()
                .collect(Collectors.toMap(ReaderExposure::reader, Function.identity()));
        return new Coverage(
                customer,
                epoch,
                standings.readers().stream()
                        .map(reader -> coverage(standings, reader, since, open))
                        .toList());
    }

    /** That nothing was revoked since an older list does not put this one in force. */
    private static boolean showsTheList(ReaderExposure exposure) {
        return exposure.reason() == Reason.RECEIPT || exposure.reason() == Reason.CERTIFIED_LATER;
    }

    private static ReaderCoverage coverage(
            Standings standings,
            CertifiedReader reader,
            Map<Integer, Instant> since,
            Map<Integer, ReaderExposure> open) {
        Optional<ReaderExposure> exposure = Optional.ofNullable(open.get(reader.number()));
        return new ReaderCoverage(
                reader.number(),
                reader.name(),
                reader.removed(),
                standings.receipt(reader),
                standings.setBack(reader),
                Optional.ofNullable(since.get(reader.number())),
                exposure.map(ReaderExposure::bound).orElse(new Bound.Unbounded()),
                exposure.filter(Exposures::showsTheList).isPresent());
    }
}
