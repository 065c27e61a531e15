package org.example;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.Primitives;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.Suite;
import io.lintel.crypto.noise.HandshakeState;
import io.lintel.crypto.noise.Role;
import java.security.SecureRandom;
import java.util.Arrays;

public final class HandshakeTimes {
    public static void main(String[] arguments) {
        SecureRandom random = new SecureRandom();
        long[] nanos = new long[Integer.parseInt(arguments[0])];
        for (Suite id : Suite.values()) {
            CryptoSuite suite = Primitives.select(random).suite(id);
            DhKeyPair reader = suite.generateDhKeyPair();
            DhKeyPair phone = suite.generateDhKeyPair();
            SecretBytes psk = SecretBytes.random(32, random);
            for (int i = 0; i < nanos.length; i++) {
                long began = System.nanoTime();
                HandshakeState atReader = HandshakeState.builder("KXpsk0", suite.noise(), Role.INITIATOR)
                        .localStatic(reader).ephemerals(suite::generateEphemeral).psk(psk).build();
                HandshakeState atPhone = HandshakeState.builder("KXpsk0", suite.noise(), Role.RESPONDER)
                        .localStatic(phone).remoteStatic(reader.publicKey())
                        .ephemerals(suite::generateEphemeral).psk(psk).build();
                atPhone.readMessage(atReader.writeMessage(Bytes.EMPTY));
                atReader.readMessage(atPhone.writeMessage(Bytes.utf8("the credential")));
                nanos[i] = System.nanoTime() - began;
            }
            Arrays.sort(nanos, nanos.length / 2, nanos.length); // the second half, when Java has warmed up
            System.out.println(suite.noise().name() + ": " + nanos[nanos.length * 3 / 4] / 1000 + " us, both sides");
        }
    }
}
