package io.lintel.benchmarks.peer;

import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;

/** One end of a connection whose wire is a buffer. Not thread-safe. */
final class TlsEnd {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SSLEngine engine;
    private final ByteBuffer heard;

    /**
     * Begins.
     *
     * @param heard takes what the other side says inside
     */
    TlsEnd(SSLEngine engine, ByteBuffer heard) throws SSLException {
        this.engine = engine;
        this.heard = heard.clear();
        engine.beginHandshake();
    }

    /**
     * Reads all that is on the wire. What has to be said in between goes onto the other wire: after the reader's first message the
     * JDK's phone sends one octet for the sake of old networks (RFC 8446 appendix D.4).
     *
     * @throws SSLException if the other side is refused
     */
    void read(ByteBuffer wire, ByteBuffer back) throws SSLException {
        while (wire.hasRemaining()) {
            boolean speaks = work() == HandshakeStatus.NEED_WRAP;
            require(speaks ? engine.wrap(NOTHING, back) : engine.unwrap(wire, heard));
        }
    }

    /** Writes all that this end has to say now: its part of the handshake and, behind it, the words. */
    void write(ByteBuffer words, ByteBuffer wire) throws SSLException {
        while (true) {
            HandshakeStatus status = work();
            boolean speaks = status == HandshakeStatus.NOT_HANDSHAKING && words.hasRemaining();
            if (status != HandshakeStatus.NEED_WRAP && !speaks) {
                return;
            }
            require(engine.wrap(words, wire));
        }
    }

    /** Returns how much the other side has said inside. */
    int heard() {
        return heard.position();
    }

    SSLEngine engine() {
        return engine;
    }

    private HandshakeStatus work() {
        while (engine.getHandshakeStatus() == HandshakeStatus.NEED_TASK) {
            for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
                task.run();
            }
        }
        return engine.getHandshakeStatus();
    }

    private static void require(SSLEngineResult result) throws SSLException {
        if (result.getStatus() != Status.OK) {
            throw new SSLException("the engine says " + result);
        }
    }
}
