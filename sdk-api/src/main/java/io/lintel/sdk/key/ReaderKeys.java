package io.lintel.sdk.key;

/**
 * What keys a reader is known to use: those of the newest configuration that a receipt of it confirmed.
 *
 * @param reader its number
 * @param name its name
 * @param revision the revision of that configuration, 0 for none
 * @param keyEpoch the project key that it speaks, 0 for none known
 * @param issuingKeys the newest issuing epoch whose keys it holds, 0 for none known
 * @param certificate the issuing epoch of the certificate that it shows, 0 for none known
 * @param compromised whether it was reported as compromised
 */
public record ReaderKeys(
        int reader, String name, long revision, int keyEpoch, int issuingKeys, int certificate, boolean compromised) {}
