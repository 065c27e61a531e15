package io.lintel.crypto.noise;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * {@code KXpsk0} written down once more, line by line from the text of Noise rev. 34, without tokens, states or anything
 * else of the core that it checks. It sees all private keys and says what goes over the wire.
 *
 * <pre>
 * KXpsk0:
 *   -> s
 *   ...
 *   -> psk, e
 *   <- e, ee, se, s, es
 * </pre>
 */
final class StraightLineKxPsk0 {
    /**
     * Everything that goes in.
     *
     * @param readerStatic private key of the initiator
     * @param readerEphemeral private key of the initiator
     * @param phoneStatic private key of the responder
     * @param phoneEphemeral private key of the responder
     */
    record Inputs(
            Suite suite,
            Bytes prologue,
            Bytes psk,
            Bytes readerStatic,
            Bytes readerEphemeral,
            Bytes phoneStatic,
            Bytes phoneEphemeral,
            Bytes firstPayload,
            Bytes secondPayload) {}

    /** Everything that comes out. */
    record Outputs(
            Bytes first, Bytes second, Bytes chainingKey, Bytes handshakeHash, Bytes readerKey, Bytes phoneKey) {}

    private StraightLineKxPsk0() {}

    static Outputs run(Inputs in) throws GeneralSecurityException {
        RawCurve curve = RawCurve.of(in.suite());
        byte[] readerS = curve.publicKey(in.readerStatic().toByteArray());
        byte[] readerE = curve.publicKey(in.readerEphemeral().toByteArray());
        byte[] phoneS = curve.publicKey(in.phoneStatic().toByteArray());
        byte[] phoneE = curve.publicKey(in.phoneEphemeral().toByteArray());

        // Initialize(): the protocol name is 32 octets or fewer in both suites, so it is padded with zeros.
        byte[] h = Arrays.copyOf(
                Bytes.utf8("Noise_KXpsk0_" + in.suite().noiseName()).toByteArray(), 32);
        byte[] ck = h.clone();
        h = sha256(h, in.prologue().toByteArray());
        h = sha256(h, readerS);

        // -> psk
        List<byte[]> three = hkdf(ck, in.psk().toByteArray(), 3);
        ck = three.get(0);
        h = sha256(h, three.get(1));
        // -> e, which in a psk handshake is mixed into the key as well
        h = sha256(h, readerE);
        List<byte[]> two = hkdf(ck, readerE, 2);
        ck = two.get(0);
        byte[] sealedFirst = seal(two.get(1), 0, h, in.firstPayload().toByteArray());
        h = sha256(h, sealedFirst);
        Bytes first = Bytes.concat(Bytes.copyOf(readerE), Bytes.copyOf(sealedFirst));

        // <- e
        h = sha256(h, phoneE);
        ck = hkdf(ck, phoneE, 2).get(0);
        // <- ee
        ck = hkdf(ck, curve.agree(in.phoneEphemeral().toByteArray(), readerE), 2)
                .get(0);
        // <- se: the initiator's static key with the responder's ephemeral one
        two = hkdf(ck, curve.agree(in.readerStatic().toByteArray(), phoneE), 2);
        ck = two.get(0);
        // <- s
        byte[] sealedStatic = seal(two.get(1), 0, h, phoneS);
        h = sha256(h, sealedStatic);
        // <- es: the initiator's ephemeral key with the responder's static one
        two = hkdf(ck, curve.agree(in.phoneStatic().toByteArray(), readerE), 2);
        ck = two.get(0);
        byte[] sealedSecond = seal(two.get(1), 0, h, in.secondPayload().toByteArray());
        h = sha256(h, sealedSecond);
        Bytes second = Bytes.concat(Bytes.copyOf(phoneE), Bytes.copyOf(sealedStatic), Bytes.copyOf(sealedSecond));

        // Split()
        two = hkdf(ck, new byte[0], 2);
        return new Outputs(
                first, second, Bytes.copyOf(ck), Bytes.copyOf(h), Bytes.copyOf(two.get(0)), Bytes.copyOf(two.get(1)));
    }

    /** HKDF-Expand of RFC 5869 for one block. */
    static Bytes export(Outputs outputs, String label) throws GeneralSecurityException {
        byte[] info = Bytes.concat(Bytes.utf8(label), Bytes.of(0), outputs.handshakeHash(), Bytes.of(1))
                .toByteArray();
        return Bytes.copyOf(hmac(outputs.chainingKey().toByteArray(), info));
    }

    private static List<byte[]> hkdf(byte[] chainingKey, byte[] input, int outputs) throws GeneralSecurityException {
        byte[] temp = hmac(chainingKey, input);
        byte[] output1 = hmac(temp, new byte[] {1});
        byte[] output2 = hmac(temp, Arrays.copyOf(output1, 33), 2);
        if (outputs == 2) {
            return List.of(output1, output2);
        }
        return List.of(output1, output2, hmac(temp, Arrays.copyOf(output2, 33), 3));
    }

    private static byte[] hmac(byte[] key, byte[] data, int last) throws GeneralSecurityException {
        data[data.length - 1] = (byte) last;
        return hmac(key, data);
    }

    private static byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(data);
    }

    private static byte[] sha256(byte[] left, byte[] right) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(left);
        return digest.digest(right);
    }

    static byte[] seal(byte[] key, int nonce, byte[] data, byte[] plaintext) throws GeneralSecurityException {
        byte[] iv = new byte[12];
        iv[11] = (byte) nonce;
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, iv));
        cipher.updateAAD(data);
        return cipher.doFinal(plaintext);
    }
}
