package io.lintel.protocol.activation;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.ReaderCertificate;
import io.lintel.protocol.wire.Blocks;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Everything that a phone needs of a project to open its doors. {@link #toString()} names none of it.
 *
 * <p>The signed parts are octets here, as a manager stores them; a phone gets at what they say through {@link
 * VerifiedGrant}. The whole takes at most {@value #MAX_SIZE_BYTES} octets encoded; a manager whose grant does not fit
 * leaves out the revocation list, which reaches the phone by other ways.
 *
 * @param signedRoot the project's root
 * @param issuingKeys the issuing keys of all purposes in use: 1 to 64; unmodifiable
 * @param credential the signed credential, at most 160 octets
 * @param keyEpoch the epoch of the project key, 1 to 65535
 * @param projectKey the project's encryption key, 32 octets
 * @param readerCertificates signed certificates, at most 200; unmodifiable. Readers that are not among them are met by
 *     {@code who}
 * @param revocationList the newest signed list
 * @param displayName what the app calls the credential (CFG-01): at most 128 octets of UTF-8, no control characters
 * @param handOffClaim what the person shows to the host system where people register themselves (SSR-16, {@code
 *     spec/hand-off.md}): 1 to 1024 characters of a JWS in compact serialisation; the phone passes it on as it is
 */
public record ActivationGrant(
        Bytes signedRoot,
        List<Bytes> issuingKeys,
        Bytes credential,
        int keyEpoch,
        SecretBytes projectKey,
        List<Bytes> readerCertificates,
        Optional<Bytes> revocationList,
        String displayName,
        Optional<String> handOffClaim) {
    /** The most octets that an encoded grant takes. */
    public static final int MAX_SIZE_BYTES = Blocks.MAX_CONTENT_SIZE;

    /** The size of a project key in octets. */
    public static final int PROJECT_KEY_SIZE_BYTES = 32;

    private static final int MAX_ROOT_SIZE = 256;
    private static final int MAX_ISSUING_KEYS = 64;
    private static final int MAX_ISSUING_KEY_SIZE = 256;
    private static final int MAX_READER_CERTIFICATES = 200;
    private static final int MAX_KEY_EPOCH = 0xffff;
    private static final int MAX_DISPLAY_NAME_SIZE = 128;

    /** Three parts of base64url. */
    private static final Pattern HAND_OFF_CLAIM = Pattern.compile("(?=.{1,1024}$)[\\w-]+\\.[\\w-]+\\.[\\w-]+");

    /** A grant without a claim for the host system. */
    public ActivationGrant(
            Bytes signedRoot,
            List<Bytes> issuingKeys,
            Bytes credential,
            int keyEpoch,
            SecretBytes projectKey,
            List<Bytes> readerCertificates,
            Optional<Bytes> revocationList,
            String displayName) {
        this(
                signedRoot,
                issuingKeys,
                credential,
                keyEpoch,
                projectKey,
                readerCertificates,
                revocationList,
                displayName,
                Optional.empty());
    }

    /** Refuses values out of bounds with {@link IllegalArgumentException}. */
    public ActivationGrant {
        size(signedRoot, MAX_ROOT_SIZE, "root");
        issuingKeys = List.copyOf(issuingKeys);
        that(
                !issuingKeys.isEmpty() && issuingKeys.size() <= MAX_ISSUING_KEYS,
                "a grant has 1 to " + MAX_ISSUING_KEYS + " issuing keys");
        issuingKeys.forEach(key -> size(key, MAX_ISSUING_KEY_SIZE, "issuing key"));
        size(credential, Credential.MAX_SIGNED_SIZE_BYTES, "credential");
        that(keyEpoch >= 1 && keyEpoch <= MAX_KEY_EPOCH, "the key epoch must be 1 to " + MAX_KEY_EPOCH);
        that(
                projectKey.size() == PROJECT_KEY_SIZE_BYTES,
                "a project key has " + PROJECT_KEY_SIZE_BYTES + " octets, not " + projectKey.size());
        readerCertificates = List.copyOf(readerCertificates);
        that(
                readerCertificates.size() <= MAX_READER_CERTIFICATES,
                "a grant has at most " + MAX_READER_CERTIFICATES + " reader certificates: leave out the rest, phones"
                        + " meet those readers by who");
        readerCertificates.forEach(
                certificate -> size(certificate, ReaderCertificate.MAX_SIGNED_SIZE_BYTES, "reader certificate"));
        revocationList.ifPresent(list -> size(list, MAX_SIZE_BYTES, "revocation list"));
        displayName(displayName);
        that(
                handOffClaim.isEmpty()
                        || HAND_OFF_CLAIM.matcher(handOffClaim.get()).matches(),
                "a hand-off claim is a JWS in compact serialisation of at most 1024 characters");
    }

    private static void displayName(String name) {
        that(
                name.getBytes(StandardCharsets.UTF_8).length <= MAX_DISPLAY_NAME_SIZE,
                "a display name has at most " + MAX_DISPLAY_NAME_SIZE + " octets of UTF-8");
        that(name.chars().noneMatch(Character::isISOControl), "a display name has no control characters");
    }

    private static void size(Bytes value, int most, String what) {
        that(!value.isEmpty() && value.size() <= most, "a signed " + what + " has 1 to " + most + " octets");
    }

    private static void that(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** Counts what there is. */
    @Override
    public String toString() {
        return "ActivationGrant[keyEpoch=" + keyEpoch + ", " + issuingKeys.size() + " issuing keys, "
                + readerCertificates.size() + " reader certificates, redacted]";
    }
}
