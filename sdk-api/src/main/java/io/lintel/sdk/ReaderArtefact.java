package io.lintel.sdk;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.Suite;
import io.lintel.sdk.json.InvalidJsonException;
import io.lintel.sdk.json.StrictJson;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.profile.ReaderRules;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON form of a reader's configuration, version 1. Octets are hex. */
record ReaderArtefact(
        String format,
        int version,
        int reader,
        String name,
        int suite,
        int keyEpoch,
        Bytes projectKey,
        Bytes root,
        List<Bytes> issuingKeys,
        Bytes certificate,
        Bytes revocationList,
        ReaderRules rules) {

    private static final String FORMAT = "lintel-reader-configuration";
    private static final int VERSION = 1;
    private static final int MAX_LENGTH = 1024 * 1024;

    ReaderArtefact {
        require(FORMAT.equals(format), "format must be " + FORMAT);
        require(version == VERSION, "version must be " + VERSION);
        require(reader >= 1, "reader must be at least 1");
        present(name, "name");
        require(Suite.ofId(suite).isPresent(), "suite must be 1 or 2");
        require(keyEpoch >= 1 && keyEpoch <= 0xffff, "keyEpoch must be 1 to 65535");
        present(projectKey, "projectKey");
        require(projectKey.size() == SiteKeys.SYMMETRIC_KEY_SIZE, "projectKey must have 32 octets");
        present(root, "root");
        present(issuingKeys, "issuingKeys");
        present(certificate, "certificate");
        present(revocationList, "revocationList");
        present(rules, "rules");
    }

    static String print(ReaderConfiguration configuration) {
        return StrictJson.write(new ReaderArtefact(
                FORMAT,
                VERSION,
                configuration.reader(),
                configuration.name(),
                configuration.suite().id(),
                configuration.keyEpoch(),
                octets(configuration.projectKey()),
                configuration.root(),
                configuration.issuingKeys(),
                configuration.certificate(),
                configuration.revocationList(),
                configuration.rules()));
    }

    static ReaderConfiguration parse(String json) {
        if (json.length() > MAX_LENGTH) {
            throw invalid("it is longer than " + MAX_LENGTH + " characters");
        }
        try {
            return StrictJson.read(json, ReaderArtefact.class).configuration();
        } catch (InvalidJsonException e) {
            throw invalid(String.valueOf(e.getMessage()));
        }
    }

    private ReaderConfiguration configuration() {
        return new ReaderConfiguration(
                reader,
                name,
                Suite.ofId(suite).orElseThrow(),
                keyEpoch,
                SecretBytes.takeOwnership(projectKey.toByteArray()),
                root,
                issuingKeys,
                certificate,
                revocationList,
                rules);
    }

    @Override
    public String toString() {
        return "ReaderArtefact[reader " + reader + "]";
    }

    private static Bytes octets(SecretBytes secret) {
        byte[] copy = secret.copy();
        try {
            return Bytes.copyOf(copy);
        } finally {
            Arrays.fill(copy, (byte) 0);
        }
    }

    private static void present(@Nullable Object value, String field) {
        require(value != null, field + " is missing");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    private static ManagerException invalid(String why) {
        return new ManagerException.Refused(
                ErrorCode.READER_CONFIGURATION_INVALID,
                "the reader configuration is not valid, " + why + "; export it from the manager again");
    }
}
