package io.lintel.crypto;

import java.io.Serial;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.security.spec.AlgorithmParameterSpec;
import java.util.function.UnaryOperator;

/** The JDK's curves under another name, with a generator that spoils what it draws. */
final class StubGenerators extends Provider {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient UnaryOperator<KeyPair> spoil;
    private transient int drawn;

    StubGenerators(UnaryOperator<KeyPair> spoil) {
        super("Stub", "1", "the JDK's curves with a generator of its own");
        this.spoil = spoil;
        borrow("KeyAgreement", "XDH");
        borrow("KeyAgreement", "ECDH");
        borrow("KeyFactory", "XDH");
        borrow("KeyFactory", "EC");
        offer("XDH");
        offer("EC");
    }

    /** How many key pairs were asked for. */
    int drawn() {
        return drawn;
    }

    static Provider jdk() {
        return Security.getProvider("SunEC");
    }

    private void borrow(String type, String algorithm) {
        Service real = jdk().getService(type, algorithm);
        putService(new Service(this, type, algorithm, real.getClassName(), null, null) {
            @Override
            public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
                return real.newInstance(parameter);
            }
        });
    }

    private void offer(String algorithm) {
        putService(new Service(this, "KeyPairGenerator", algorithm, KeyPairGenerator.class.getName(), null, null) {
            @Override
            public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
                return new Generator(algorithm, KeyPairGenerator.getInstance(algorithm, jdk()));
            }
        });
    }

    private final class Generator extends KeyPairGenerator {
        private final KeyPairGenerator real;

        Generator(String algorithm, KeyPairGenerator real) {
            super(algorithm);
            this.real = real;
        }

        @Override
        public void initialize(AlgorithmParameterSpec curve, SecureRandom random)
                throws InvalidAlgorithmParameterException {
            real.initialize(curve, random);
        }

        @Override
        public KeyPair generateKeyPair() {
            drawn++;
            return spoil.apply(real.generateKeyPair());
        }
    }
}
