package io.lintel.protocol.phone;

import io.lintel.protocol.tap.Intent;
import io.lintel.protocol.tap.Transport;

/**
 * One gesture of a person, or one turn of automatic mode: it may answer one opener.
 *
 * @param intent what triggered it and what the phone checked
 * @param transport the channel that the tap goes over
 */
public record TapRequest(Intent intent, Transport transport) {}
