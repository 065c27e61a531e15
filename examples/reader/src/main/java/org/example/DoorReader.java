package org.example;

import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.Primitives;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.output.WiegandFormat;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.reader.ReaderArtefact;
import io.lintel.protocol.reader.ReaderPorts;
import io.lintel.store.file.FileReaderKeys;
import io.lintel.store.file.FileReaderMemory;
import io.lintel.store.file.ReaderKeys;
import io.lintel.transport.tcp.TcpReaderServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;

public final class DoorReader {
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        SecureRandom random = new SecureRandom();
        byte[] octets = Files.readAllBytes(directory.resolve("reader.lintel")); // what the site told this reader
        Primitives primitives = Primitives.select(random);
        ReaderArtefact artefact = ReaderArtefact.open(SecretBytes.takeOwnership(octets), primitives::suite);
        CryptoSuite suite = primitives.suite(artefact.suite());
        ReaderKeys keys = FileReaderKeys.open(directory).loadOrMake(suite); // made here, and never leave
        ReaderPorts ports = ReaderPorts.of(suite, random)
                .withMemory(FileReaderMemory.open(directory, artefact.trust().project())); // lists outlive restarts
        Reader reader = artefact.reader(keys.dh(), keys.signing(), ports, Instant.now());
        try (TcpReaderServer door = TcpReaderServer.builder(reader)
                .bind(new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[1])))
                .eventSink(event -> System.out.println(event.isGranted()
                        ? "open, and tell the panel " + WiegandFormat.H10301.encode(event.accessNumber()).leftAligned()
                        : "stay closed: " + event.denial().orElseThrow().advice()))
                .start()) {
            System.out.println("listening on " + door.address().getPort());
            System.in.read(); // until Enter
        }
    }
}
