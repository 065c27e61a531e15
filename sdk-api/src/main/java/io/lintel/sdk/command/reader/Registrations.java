package io.lintel.sdk.command.reader;

import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.SiteProfile;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.PublishedReader;
import io.lintel.sdk.model.ReaderDetails;
import io.lintel.sdk.model.RegisteredReader;
import io.lintel.sdk.model.RegisteredReader.Publication;
import io.lintel.sdk.profile.DoorRules;
import io.lintel.sdk.reader.RegistrationRules;
import io.lintel.sdk.reader.RegistrationRules.Identity;
import io.lintel.sdk.store.Counters.Counter;
import io.lintel.sdk.store.UnitOfWork;
import java.util.List;
import java.util.Optional;

/** What the commands about registered readers share. */
final class Registrations {

    private Registrations() {}

    static RegisteredReader find(UnitOfWork unit, CustomerId customer, int reader) {
        return unit.registrations().find(customer, reader).orElseThrow(() -> missing(customer, reader));
    }

    static ManagerException missing(CustomerId customer, int reader) {
        return new ManagerException.NotFound("reader " + reader + " of site " + customer);
    }

    static Identity identity(UnitOfWork unit, CustomerId customer, int reader) {
        return unit.readers().find(customer, reader).isPresent() ? Identity.KEYS : Identity.ID_OR_MAC;
    }

    /** What the site's profile asks of registered readers. */
    static DoorRules rules(UnitOfWork unit, CustomerId customer) {
        return SiteProfile.of(unit, customer).doors();
    }

    static void requireRules(CommandContext context, CustomerId customer, ReaderDetails details, Identity identity) {
        List<String> broken = RegistrationRules.broken(details, rules(context.unit(), customer), identity);
        if (!broken.isEmpty()) {
            throw new ManagerException.Refused(ErrorCode.INVALID_REQUEST, String.join("; ", broken));
        }
    }

    /** Refuses an id or a MAC address that another reader of the site has. */
    static void requireFree(UnitOfWork unit, CustomerId customer, ReaderDetails details, int self) {
        details.readerId()
                .flatMap(id -> unit.registrations().findByReaderId(customer, id))
                .ifPresent(other -> requireSame(other, self, "reader id"));
        details.mac()
                .flatMap(mac -> unit.registrations().findByMac(customer, mac))
                .ifPresent(other -> requireSame(other, self, "MAC address"));
    }

    private static void requireSame(RegisteredReader other, int self, String what) {
        if (other.number() != self) {
            throw new ManagerException.Refused(
                    ErrorCode.DUPLICATE_READER,
                    "reader " + other.number() + " has this " + what + " already; edit that one, or correct the "
                            + what);
        }
    }

    static RegisteredReader add(CommandContext context, CustomerId customer, ReaderDetails details) {
        int number = Math.toIntExact(context.unit().counters().next(customer, Counter.READER));
        RegisteredReader reader =
                new RegisteredReader(customer, number, details, Publication.PENDING, 0, context.now());
        context.unit().registrations().add(reader);
        return reader;
    }

    /** Gives a reader other details; when phones know them already, there is nothing to publish. */
    static void change(CommandContext context, RegisteredReader reader, ReaderDetails details) {
        Optional<ReaderDetails> published = context.unit()
                .registrations()
                .findPublished(reader.customer(), reader.number())
                .map(PublishedReader::details);
        Publication publication =
                published.filter(details::equals).isPresent() ? Publication.SYNCED : Publication.PENDING;
        context.unit()
                .registrations()
                .update(new RegisteredReader(
                        reader.customer(), reader.number(), details, publication, reader.revision(), context.now()));
    }
}
