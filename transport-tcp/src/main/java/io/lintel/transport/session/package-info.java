/**
 * What every transport shares once it has whole messages: the handlers between a Netty channel and a session, and the
 * errors and counters that transports report.
 *
 * <p>{@link io.lintel.transport.session.MessageSessionHandler} is where a channel meets a
 * {@link io.lintel.transport.session.MessageSession}, one side of a conversation. The other handlers watch one thing
 * each: how long a peer takes to say something, how many messages it sends, how fast it reads. They expect each inbound
 * message as one {@link io.lintel.crypto.Bytes} and send the same way, so the framing in front of them may be that of
 * TCP or of BLE.
 *
 * <p>This package knows no address and no port; those belong to the transports.
 */
@NullMarked
package io.lintel.transport.session;

import org.jspecify.annotations.NullMarked;
