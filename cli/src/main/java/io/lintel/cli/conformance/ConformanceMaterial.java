package io.lintel.cli.conformance;

import io.lintel.cli.reader.ReaderRun;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandFailure;
import io.lintel.cli.shell.ExitCode;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.TextFile;
import io.lintel.conformance.material.MaterialFile;
import io.lintel.conformance.material.TrialSite;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.statement.ReaderRequest;
import io.lintel.protocol.statement.StatementException;
import io.lintel.store.file.FileReaderKeys;
import io.lintel.store.file.ReaderKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a site for a trial. */
@Command(
        name = "material",
        header = "Make a site for a trial, whose keys the kit has",
        description = {
            "",
            "DIR gets what the kit goes by, kit.txt, and reader/, from which \"reader run\" runs a reader of ours. "
                    + "Load your reader from reader/reader.lintel and the reader's keys in kit.txt, or let it make its "
                    + "own and hand over its request. Load your phone with root, issuing keys, project key, and the "
                    + "phone's credential and key of kit.txt. Whoever has these files opens every door of that site."
        },
        footer = {"", "Example:", "  lintel conformance material --out kit"})
public final class ConformanceMaterial implements Callable<Integer> {
    private static final String READER = "reader";
    private static final String ARTEFACT = "reader.lintel";
    private static final String SETTINGS = "config.json";

    private final Shell shell;

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write it. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("kit");

    @Option(
            names = "--suite",
            paramLabel = "SUITE",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Suite suite = Suite.X25519;

    @Option(
            names = "--request",
            paramLabel = "FILE",
            description = "The request of a reader that made its own keys, as octets (spec/protocol.md 11). Its phone "
                    + "cannot be tried with this material. Default: keys of the kit's making.")
    private @Nullable Path request;

    /** A command of this shell. */
    public ConformanceMaterial(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Path directory = shell.resolve(out);
        Path kit = directory.resolve(TrialOptions.NAME);
        if (Files.exists(kit)) {
            throw CommandFailure.refused(
                    "cli.conformance-exists", "There is material in " + out + " already. Name another directory.");
        }
        Path reader = directory.resolve(READER);
        makeDirectory(reader);
        try (TrialSite site = site(reader)) {
            write(reader.resolve(ARTEFACT), site);
            TextFile.write(reader.resolve(SETTINGS), """
                    {
                      "artefact": "%s",
                      "listen": "%s"
                    }
                    """.formatted(ARTEFACT, ReaderRun.DEFAULT_ADDRESS));
            TextFile.writeSecret(kit, MaterialFile.write(site.material()));
        }
        Path settings = out.resolve(READER).resolve(SETTINGS);
        shell.print(Answer.saying("A site for a trial is made. Its keys count for a year.")
                .fact("config", out.resolve(TrialOptions.NAME).toString())
                .fact("artefact", out.resolve(READER).resolve(ARTEFACT).toString())
                .next(
                        "load your reader and try it, or ours",
                        "lintel reader run --config " + settings,
                        "lintel conformance reader --target tcp://" + ReaderRun.DEFAULT_ADDRESS + " --config "
                                + out.resolve(TrialOptions.NAME)));
        return ExitCode.OK.number();
    }

    private TrialSite site(Path reader) {
        CryptoSuite primitives = shell.primitives().suite(suite);
        Instant now = shell.clock().instant();
        if (request == null) {
            ReaderKeys keys = FileReaderKeys.open(reader).loadOrMake(primitives);
            return TrialSite.make(primitives, shell.random(), now, keys.dh(), keys.signing());
        }
        try {
            Bytes octets = Bytes.copyOf(Files.readAllBytes(shell.resolve(request)));
            return TrialSite.make(primitives, shell.random(), now, ReaderRequest.decode(octets));
        } catch (IOException | StatementException | IllegalArgumentException unusable) {
            throw CommandFailure.environment(
                    "cli.conformance-request",
                    "The request " + request
                            + " cannot be used: it is not there, is damaged, or is of another suite than " + suite
                            + ".");
        }
    }

    private void makeDirectory(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw CommandFailure.environment(
                    "cli.file",
                    "Cannot make the directory " + directory + " ("
                            + e.getClass().getSimpleName() + "). Check that you may write there.");
        }
    }

    private static void write(Path file, TrialSite site) {
        try (SecretBytes encoded = site.artefact().encode()) {
            byte[] octets = encoded.copy();
            try {
                TextFile.writeSecret(file, octets);
            } finally {
                Arrays.fill(octets, (byte) 0);
            }
        }
    }
}
