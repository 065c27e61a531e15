package io.lintel.protocol.reader;

import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.ReaderCertificate;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.tap.Intent;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.tap.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * All that a policy may look at.
 *
 * @param credential the verified credential whose holder key the phone proved
 * @param intent what the phone claimed about the gesture
 * @param transport the channel
 * @param path how the phone was authenticated
 * @param answerTime from the opener to the phone's fast or cold message
 * @param now the reader's clock, or the newest issue time that it has verified where the clock is behind it
 * @param reader the reader's own certificate
 * @param keyEpoch the key epoch that the reader speaks
 * @param list the revocation list in force, or empty where the reader was given none
 */
public record AccessRequest(
        Credential credential,
        Intent intent,
        Transport transport,
        TapPath path,
        Duration answerTime,
        Instant now,
        ReaderCertificate reader,
        int keyEpoch,
        Optional<RevocationList> list) {}
