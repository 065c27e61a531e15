package io.lintel.benchmarks.results;

import io.lintel.crypto.Primitives;
import io.lintel.protocol.reader.Reader;
import io.lintel.sdk.Manager;
import io.lintel.store.sql.SqliteStore;
import io.lintel.transport.ble.Framing;
import io.lintel.transport.tcp.TcpReaderServer;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Which build of Lintel is measured: what its modules' class files, or jars, hash to. */
final class Build {
    /** One class of each module that is measured, and of these benchmarks. */
    private static final List<Class<?>> MODULES = List.of(
            Primitives.class,
            Reader.class,
            TcpReaderServer.class,
            Framing.class,
            Manager.class,
            SqliteStore.class,
            Build.class);

    private static final int SHOWN = 16;

    private Build() {}

    /** Returns the first digits of the hash; another build of the same sources by the same compiler has the same. */
    static String here() throws IOException {
        MessageDigest digest = sha256();
        for (Class<?> module : MODULES) {
            Path place = place(module);
            try (Stream<Path> files = Files.walk(place)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    digest.update(sha256().digest(Files.readAllBytes(file)));
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, SHOWN);
    }

    private static Path place(Class<?> module) throws IOException {
        try {
            return Path.of(
                    module.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException strange) {
            throw new IOException("no file: where " + module.getName() + " is loaded from", strange);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
