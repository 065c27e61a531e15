/**
 * The reader's side of a tap, for makers of readers. Begin with {@link io.lintel.protocol.reader.Reader}: give it an
 * {@link io.lintel.protocol.reader.ReaderIdentity}, a {@link io.lintel.protocol.reader.ReaderConfiguration} and
 * {@link io.lintel.protocol.reader.ReaderPorts}, call {@code open} for each channel, and drive the
 * {@link io.lintel.protocol.reader.ReaderSession} that it returns:
 *
 * <pre>{@code
 * ReaderSession session = reader.open(Transport.BLE_GATT, now);
 * send(session.opener());
 * for (ReaderEffect effect : session.receive(message, now)) { ... }
 * }</pre>
 *
 * <p>{@link io.lintel.protocol.reader.SitePolicy} decides by the values of
 * {@link io.lintel.protocol.reader.PolicySettings}; an {@link io.lintel.protocol.reader.AccessPolicy} of your own can deny
 * what it grants. Lists, and the little else that must outlive a restart, go through a {@link
 * io.lintel.protocol.reader.ReaderMemory}: without one a reader begins every time with the list of its configuration, and
 * gives no receipts. Nothing here opens sockets, starts threads, reads a clock or writes a file; the transports do.
 */
@NullMarked
package io.lintel.protocol.reader;

import org.jspecify.annotations.NullMarked;
