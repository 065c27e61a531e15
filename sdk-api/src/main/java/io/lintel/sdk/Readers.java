package io.lintel.sdk;

import io.lintel.protocol.reader.ReaderArtefact;
import io.lintel.sdk.command.Scope;
import io.lintel.sdk.command.reader.DoorUnlock;
import io.lintel.sdk.command.reader.ReaderConfigurationExport;
import io.lintel.sdk.command.reader.ReaderEnrolment;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.EnrolledReader;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.reader.DoorUnlocking;
import io.lintel.sdk.reader.EnrollReader;
import io.lintel.sdk.reader.ExportReaderConfiguration;
import io.lintel.sdk.reader.ReaderEnrolled;
import io.lintel.sdk.reader.UnlockDoor;
import java.util.List;

/** Readers: their certificates and configurations. Thread-safe; fails like {@link Manager}. */
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
     * Exports a reader's configuration, project key included: the only way that the key leaves the manager for a reader
     * ({@code KEY-05}). The caller closes it. Each export is audited ({@code KEY-08}).
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

    /** Readers by number, after a number. */
    public List<EnrolledReader> list(CustomerId customer, int after, int limit) {
        return session.page(
                Action.SEE_CUSTOMER,
                Scope.of(customer),
                limit,
                unit -> unit.readers().list(customer, after, limit));
    }
}
