package io.lintel.protocol.phone;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.statement.ProjectId;

/**
 * Which ratchet: one credential at one reader.
 *
 * @param project the credential's project
 * @param serial the credential's serial
 * @param readerFingerprint SHA-256 of the reader's DH key, 32 octets
 */
public record ResumptionKey(ProjectId project, long serial, Bytes readerFingerprint) {}
