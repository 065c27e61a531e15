package io.lintel.testing.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server of our own, in a directory of its own, until the JVM ends. */
final class LocalPostgres {

    private static final String USER = "lintel";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int TRIES = 3;

    private final Path directory;
    private final Unprivileged user;
    private final String password;

    private LocalPostgres(Path directory, Unprivileged user, String password) {
        this.directory = directory;
        this.user = user;
        this.password = password;
    }

    static PostgresAddress start() throws IOException {
        Path directory = Files.createTempDirectory("lintel-postgres-");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory), "delete " + directory));
        PostgresArchive.unpack(directory);
        Path data = Files.createDirectory(directory.resolve("data"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        byte[] secret = new byte[16];
        new SecureRandom().nextBytes(secret);
        String password = HexFormat.of().formatHex(secret);
        Files.writeString(directory.resolve("password"), password);
        LocalPostgres server = new LocalPostgres(directory, Unprivileged.owning(directory), password);
        server.initialise();
        return server.run();
    }

    private void initialise() throws IOException {
        List<String> command = List.of(
                program("initdb"),
                "--pgdata=" + directory.resolve("data"),
                "--username=" + USER,
                "--pwfile=" + directory.resolve("password"),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--no-locale",
                "--no-sync");
        File log = log();
        Process process = user.command(command).redirectOutput(log).start();
        waitFor(process, "initdb");
        if (process.exitValue() != 0) {
            throw new IOException("initdb failed: " + Files.readString(log.toPath(), UTF_8));
        }
    }

    /** Between finding a port free and using it, somebody else may take it. */
    private PostgresAddress run() throws IOException {
        IOException last = new IOException("PostgreSQL was not started");
        for (int i = 0; i < TRIES; i++) {
            int port = freePort();
            Process process = user.command(command(port)).redirectOutput(log()).start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process), "stop PostgreSQL"));
            try {
                return awaitReady(process, port);
            } catch (IOException e) {
                stop(process);
                last = e;
            }
        }
        throw last;
    }

    private List<String> command(int port) {
        return List.of(
                program("postgres"),
                "-D",
                directory.resolve("data").toString(),
                "-c",
                "port=" + port,
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=on",
                "-c",
                "synchronous_commit=on",
                "-c",
                "full_page_writes=on",
                "-c",
                "max_connections=200");
    }

    private PostgresAddress awaitReady(Process process, int port) throws IOException {
        PostgresAddress address =
                new PostgresAddress("jdbc:postgresql://127.0.0.1:" + port + "/postgres", USER, password);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            try {
                DriverManager.getConnection(address.url(), USER, password).close();
                return address;
            } catch (SQLException e) {
                pause(process);
            }
        }
        throw new IOException("PostgreSQL did not start: " + Files.readString(log().toPath(), UTF_8));
    }

    /** Returns early where the process ends. */
    private static void pause(Process process) throws IOException {
        try {
            process.waitFor(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static void waitFor(Process process, String name) throws IOException {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(name + " did not end within " + PATIENCE.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IOException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IOException("interrupted while PostgreSQL was started", e);
    }

    private String program(String name) {
        return directory.resolve("bin").resolve(name).toString();
    }

    private File log() {
        return directory.resolve("server.log").toFile();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Its data goes with it, so there is nothing to shut down in order. */
    private static void stop(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException | java.io.UncheckedIOException e) {
            // It lies where the system cleans up.
        }
    }
}
