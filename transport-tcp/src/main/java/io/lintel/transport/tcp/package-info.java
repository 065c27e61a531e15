/**
 * The protocol over TCP.
 *
 * <p>A door: {@link io.lintel.transport.tcp.TcpReaderServer} lets phones tap a {@code Reader}. A phone: {@link
 * io.lintel.transport.tcp.TcpPhoneClient} carries a {@code PhoneSession} to a reader. A manager: {@link
 * io.lintel.transport.tcp.TcpManagerServer} answers requests such as activations, and {@link
 * io.lintel.transport.tcp.TcpManagerClient} sends them. A management link: {@link io.lintel.transport.tcp.TcpLinkClient} keeps a reader
 * linked to the {@link io.lintel.transport.tcp.TcpLinkServer} of its manager.
 *
 * <p>What handles a connection, in which order, stands in {@code TapPipeline} and {@code ManagerPipeline}. Everything
 * that a stranger can do is bounded by {@link io.lintel.transport.tcp.TapLimits} and {@link
 * io.lintel.transport.tcp.ManagerLimits}. Failures are {@link io.lintel.transport.session.TransportException}.
 *
 * <p>There is no TLS here: a tap and an activation protect themselves. TCP proves no proximity.
 */
@NullMarked
package io.lintel.transport.tcp;

import org.jspecify.annotations.NullMarked;
