package io.lintel.sdk;

import io.lintel.protocol.reader.ReaderArtefact;
import io.lintel.sdk.command.Scope;
import io.lintel.sdk.command.key.Compromises;
import io.lintel.sdk.command.key.ReaderCompromise;
import io.lintel.sdk.command.reader.DoorUnlock;
import io.lintel.sdk.command.reader.ReaderAddition;
import io.lintel.sdk.command.reader.ReaderChange;
import io.lintel.sdk.command.reader.ReaderConfigurationExport;
import io.lintel.sdk.command.reader.ReaderEnrolment;
import io.lintel.sdk.command.reader.ReaderExport;
import io.lintel.sdk.command.reader.ReaderImport;
import io.lintel.sdk.command.reader.ReaderProjectEdit;
import io.lintel.sdk.command.reader.ReaderProjects;
import io.lintel.sdk.command.reader.ReaderPublication;
import io.lintel.sdk.command.reader.ReaderRemoval;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.EnrolledReader;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.PublishedReader;
import io.lintel.sdk.model.ReaderSet;
import io.lintel.sdk.model.RegisteredReader;
import io.lintel.sdk.reader.AddReader;
import io.lintel.sdk.reader.ColouredGroups;
import io.lintel.sdk.reader.Compromise;
import io.lintel.sdk.reader.CompromiseReader;
import io.lintel.sdk.reader.DoorUnlocking;
import io.lintel.sdk.reader.EditReader;
import io.lintel.sdk.reader.EditReaderProject;
import io.lintel.sdk.reader.EnrollReader;
import io.lintel.sdk.reader.ExportReaderConfiguration;
import io.lintel.sdk.reader.ImportReaders;
import io.lintel.sdk.reader.PublishReaders;
import io.lintel.sdk.reader.ReaderEnrolled;
import io.lintel.sdk.reader.ReaderProject;
import io.lintel.sdk.reader.ReaderRegistered;
import io.lintel.sdk.reader.ReaderRemoved;
import io.lintel.sdk.reader.ReadersPublished;
import io.lintel.sdk.reader.RemoveReader;
import io.lintel.sdk.reader.UnlockDoor;
import io.lintel.sdk.sync.ImportPlan;
import io.lintel.sdk.sync.Imported;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Readers: what is registered about them, what phones know of them, their certificates and configurations. Thread-safe; fails
 * like {@link Manager}.
 *
 * <p>A reader has a number. It may be registered first and enrolled later, or both at once; what is registered reaches phones
 * when it is published.
 */
public final class Readers {

    private final Session session;

    Readers(Session session) {
        this.session = session;
    }

    /** Certifies a reader that made its own keys. */
    public ReaderEnrolled enroll(CommandId id, EnrollReader request) {
        return session.run(id, new ReaderEnrolment(request));
    }

    /**
     * Signs a reader's configuration, project key included: the only way that the key leaves the manager for a reader
     * ({@code KEY-05}). It says what is published, with the newest revocation list; each has a higher revision than those
     * before it, so that a reader cannot be taken back. The caller closes it. Each export is audited ({@code KEY-08}).
     */
    public ReaderArtefact exportConfiguration(CommandId id, ExportReaderConfiguration request) {
        return session.run(id, new ReaderConfigurationExport(request));
    }

    /**
     * Has a door opened from afar: the event {@code door-unlock-requested} tells the host system, which opens it. On behalf of a
     * credential's holder, only what the credential opens.
     *
     * @throws ManagerException.Refused with {@link io.lintel.sdk.model.ErrorCode#COOLING_DOWN} too soon after the last time; it
     *     says when to try again
     */
    public DoorUnlocking unlock(CommandId id, UnlockDoor request) {
        return session.run(id, new DoorUnlock(request));
    }

    /** Registers a reader. Phones know it after {@link #publish}. */
    public ReaderRegistered add(CommandId id, AddReader request) {
        return session.run(id, new ReaderAddition(request));
    }

    /** Gives a reader other details. Phones know them after {@link #publish}. */
    public ReaderRegistered edit(CommandId id, EditReader request) {
        return session.run(id, new ReaderChange(request));
    }

    /** Removes a reader: the one way in which a reader goes. Phones forget it after {@link #publish}. */
    public ReaderRemoved remove(CommandId id, RemoveReader request) {
        return session.run(id, new ReaderRemoval(request));
    }

    /**
     * Gives up a reader whose keys somebody else may hold: the next list names it, no certificate or configuration is signed for
     * it any more, and the project key begins to be rotated where the reader may hold the newest. Again, it tells what is
     * still open.
     *
     * @throws ManagerException.Refused with {@link io.lintel.sdk.model.ErrorCode#INVALID_REQUEST} where the list has no room
     */
    public Compromise reportCompromised(CommandId id, CompromiseReader request) {
        return session.run(id, new ReaderCompromise(request));
    }

    /** The compromised readers of a site, and what is still open about them. Looks at every phone of the site. */
    public List<Compromise> compromises(CustomerId customer) {
        return session.read(
                Action.SEE_CUSTOMER,
                Scope.of(customer),
                unit -> Compromises.of(unit, customer, session.environment().now()));
    }

    /** What all readers of a site are configured with. */
    public ReaderProject project(CustomerId customer) {
        return session.read(Action.SEE_CUSTOMER, Scope.of(customer), unit -> ReaderProjects.of(unit, customer));
    }

    /** Gives the doors of a site another behaviour or card structure. Configurations carry it after {@link #publish}. */
    public ReaderProject editProject(CommandId id, EditReaderProject request) {
        return session.run(id, new ReaderProjectEdit(request));
    }

    /** Lets phones know the readers as they are registered ({@code C-22}). */
    public ReadersPublished publish(CommandId id, PublishReaders request) {
        return session.run(id, new ReaderPublication(request));
    }

    /**
     * What an import would do; nothing is changed.
     *
     * @throws io.lintel.sdk.model.ManagerException.BadFile where the file has mistakes: it names them all
     */
    public ImportPlan planImport(ImportReaders request) {
        return session.read(
                Action.MANAGE_READERS, Scope.of(request.customer()), unit -> ReaderImport.plan(unit, request));
    }

    /**
     * Registers readers as a file says: all of them, or none.
     *
     * @throws io.lintel.sdk.model.ManagerException.BadFile where the file has mistakes: it names them all
     */
    public Imported importFile(CommandId id, ImportReaders request) {
        return session.run(
                id,
                session.read(
                        Action.MANAGE_READERS, Scope.of(request.customer()), unit -> ReaderImport.of(unit, request)));
    }

    /**
     * Writes the file of all registered readers, in the form that an import reads. The stream stays open; what it throws is
     * thrown as {@link UncheckedIOException}.
     */
    public void exportFile(CustomerId customer, OutputStream out) {
        session.read(Action.SEE_CUSTOMER, Scope.of(customer), unit -> {
            try {
                ReaderExport.write(unit, customer, out);
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Registered readers by number, after a number. */
    public List<RegisteredReader> list(CustomerId customer, int after, int limit) {
        return session.page(
                Action.SEE_CUSTOMER,
                Scope.of(customer),
                limit,
                unit -> unit.registrations().list(customer, after, limit));
    }

    /** Readers that have a certificate by number, after a number. */
    public List<EnrolledReader> enrolled(CustomerId customer, int after, int limit) {
        return session.page(
                Action.SEE_CUSTOMER,
                Scope.of(customer),
                limit,
                unit -> unit.readers().list(customer, after, limit));
    }

    /** Readers as phones know them by number, after a number. */
    public List<PublishedReader> published(CustomerId customer, int after, int limit) {
        return session.page(
                Action.SEE_CUSTOMER,
                Scope.of(customer),
                limit,
                unit -> unit.registrations().published(customer, after, limit));
    }

    /** How many readers there are of each colour in each set of groups: more than one colour is a mixed site ({@code TEC-04}). */
    public List<ColouredGroups> colours(CustomerId customer) {
        return session.read(
                Action.SEE_CUSTOMER,
                Scope.of(customer),
                unit -> unit.registrations().colours(customer));
    }

    /** Where the publication stands: remind the administrator while something is pending ({@code RDR-15}). */
    public ReaderSet publication(CustomerId customer) {
        return session.read(
                Action.SEE_CUSTOMER,
                Scope.of(customer),
                unit -> unit.registrations().state(customer));
    }
}
