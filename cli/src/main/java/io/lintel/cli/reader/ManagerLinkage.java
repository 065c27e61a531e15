package io.lintel.cli.reader;

import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandFailure;
import io.lintel.cli.shell.HostAndPort;
import io.lintel.cli.shell.Shell;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.protocol.link.DoorEvent;
import io.lintel.protocol.link.EventBatch;
import io.lintel.protocol.link.LinkedReader;
import io.lintel.protocol.reader.AccessEvent;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.reader.ReaderArtefact;
import io.lintel.protocol.reader.ReaderIdentity;
import io.lintel.store.file.FileEventSpool;
import io.lintel.store.file.ReaderKeys;
import io.lintel.transport.tcp.TcpLinkClient;
import java.nio.file.Path;
import java.util.Locale;

/** A running reader's link to its manager, and the events that wait for it. */
final class ManagerLinkage implements Linkage {
    private static final String EVENTS = "events";
    private static final String SOFTWARE = "lintel reader run";
    private static final int MAX_EVENTS = 100_000;

    private final Shell shell;
    private final FileEventSpool spool;
    private final TcpLinkClient link;
    private final SpoolOutage outage = new SpoolOutage();

    private ManagerLinkage(Shell shell, FileEventSpool spool, TcpLinkClient link) {
        this.shell = shell;
        this.spool = spool;
        this.link = link;
    }

    /**
     * Links a reader until this is closed.
     *
     * @param directory where the reader keeps what is its own
     */
    static ManagerLinkage open(
            Shell shell,
            Reader reader,
            ReaderArtefact told,
            KeptConfiguration kept,
            RunningConfiguration running,
            Path directory,
            HostAndPort manager) {
        Bytes managerKey = told.content()
                .managerKey()
                .orElseThrow(() -> CommandFailure.refused(
                        "cli.no-manager-key",
                        "The reader's configuration names no manager. Bring it the newest: lintel reader update --dir "
                                + directory));
        CryptoSuite suite = shell.primitives().suite(told.suite());
        ReaderKeys keys = kept.keys(told.suite());
        FileEventSpool spool = FileEventSpool.open(directory.resolve(EVENTS), MAX_EVENTS, () -> series(shell));
        LinkedReader linked = new LinkedReader(
                reader,
                identity(keys, told),
                suite,
                suite.dhPublicKey(managerKey),
                spool,
                new LinkedConfiguration(shell, running),
                SOFTWARE);
        running.listen(next ->
                linked.meet(identity(keys, next), next.content().managerKey().map(suite::dhPublicKey)));
        TcpLinkClient link = TcpLinkClient.open(
                linked, manager::resolve, shell.clock(), shell.random(), status -> print(shell, manager, status));
        return new ManagerLinkage(shell, spool, link);
    }

    private static ReaderIdentity identity(ReaderKeys keys, ReaderArtefact told) {
        return new ReaderIdentity(
                keys.dh(),
                keys.signing(),
                told.trust().verifyReaderCertificateAsIssued(told.content().certificate()));
    }

    private static Bytes series(Shell shell) {
        byte[] octets = new byte[EventBatch.SERIES_SIZE_BYTES];
        shell.random().nextBytes(octets);
        return Bytes.copyOf(octets);
    }

    private static void print(Shell shell, HostAndPort manager, TcpLinkClient.Status status) {
        String text = switch (status) {
            case LINKED -> "Linked to the manager at " + manager + ".";
            case LOST -> "No link to the manager at " + manager + "; the reader goes on and tries again.";
        };
        shell.print(Answer.saying(text)
                .fact("event", "link-" + status.name().toLowerCase(Locale.ROOT))
                .fact("manager", manager.toString()));
    }

    /** Takes a decision into the spool; the manager is told of it as soon as it can be. */
    @Override
    public void record(AccessEvent event) {
        outage.around(() -> spool.add(DoorEvent.of(event)));
        link.wake();
    }

    @Override
    public void flush() {
        outage.around(spool::flush);
        outage.report().ifPresent(shell::print);
    }

    @Override
    public void close() {
        link.close();
        spool.close();
    }
}
