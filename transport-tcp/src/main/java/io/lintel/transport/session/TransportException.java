package io.lintel.transport.session;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A failure of a transport: something could not be reached, held or answered.
 *
 * <p>Each kind has a {@linkplain #errorCode() code} that stays the same across releases, says whether what was asked for
 * {@linkplain #mayHaveTakenEffect() may have happened all the same}, and {@linkplain #retryAfter() when to try again}.
 * The message says what happened, why, and what to do next.
 */
public abstract sealed class TransportException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String code;
    private final boolean mayHaveTakenEffect;
    private final @Nullable Duration retryAfter;

    TransportException(
            String code,
            String message,
            boolean mayHaveTakenEffect,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.mayHaveTakenEffect = mayHaveTakenEffect;
        this.retryAfter = retryAfter;
    }

    /** The stable code, such as {@code transport.busy}. */
    public final String errorCode() {
        return code;
    }

    /** Whether the peer may have done what was asked although no answer came. */
    public final boolean mayHaveTakenEffect() {
        return mayHaveTakenEffect;
    }

    /** How long to wait before trying the same again; empty where only a change can help. */
    public final Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** The address to listen on is taken; code {@code transport.port-in-use}. */
    public static final class PortInUse extends TransportException {
        @Serial
        private static final long serialVersionUID = 1L;

        /** For {@code address}, as a person writes it. */
        public PortInUse(String address, Throwable cause) {
            super(
                    "transport.port-in-use",
                    "Cannot listen on " + address + ": another program already uses that port. Stop that program, or"
                            + " choose another port (port 0 takes any free one).",
                    false,
                    null,
                    cause);
        }
    }

    /** The address to listen on cannot be had, other than because it is taken; code {@code transport.cannot-listen}. */
    public static final class CannotListen extends TransportException {
        @Serial
        private static final long serialVersionUID = 1L;

        /** For {@code address}, as a person writes it. */
        public CannotListen(String address, Throwable cause) {
            super(
                    "transport.cannot-listen",
                    "Cannot listen on " + address + ": " + reason(cause) + ". Choose an address of this machine and a"
                            + " port that this user may open (above 1023).",
                    false,
                    null,
                    cause);
        }
    }

    /** No connection came about, so nothing was sent; code {@code transport.unreachable}. */
    public static final class Unreachable extends TransportException {
        @Serial
        private static final long serialVersionUID = 1L;

        /** For the peer, say {@code reader}, at {@code address}. */
        public Unreachable(String peer, String address, String reason, @Nullable Throwable cause) {
            super(
                    "transport.unreachable",
                    "Cannot reach the " + peer + " at " + address + ": " + reason + ". Check that the " + peer
                            + " is running and listens on that address, and that no firewall is in between.",
                    false,
                    Duration.ofSeconds(1),
                    cause);
        }
    }

    /** The connection ended before the answer came; code {@code transport.connection-lost}. */
    public static final class ConnectionLost extends TransportException {
        @Serial
        private static final long serialVersionUID = 1L;

        /** For the peer, say {@code manager}, at {@code address}. */
        public ConnectionLost(String peer, String address) {
            super(
                    "transport.connection-lost",
                    "The " + peer + " at " + address + " closed the connection before it answered. It may have acted"
                            + " all the same; trying again is safe.",
                    true,
                    Duration.ofSeconds(1),
                    null);
        }
    }

    /** The answer did not come in time; code {@code transport.timed-out}. */
    public static final class TimedOut extends TransportException {
        @Serial
        private static final long serialVersionUID = 1L;

        /** For the peer, say {@code manager}, at {@code address}. */
        public TimedOut(String peer, String address, Duration waited) {
            super(
                    "transport.timed-out",
                    "The " + peer + " at " + address + " did not answer within " + waited.toMillis()
                            + " ms. It may have acted all the same; trying again is safe.",
                    true,
                    Duration.ofSeconds(1),
                    null);
        }
    }

    /** The peer has as much to do as it takes on and did not look at the request; code {@code transport.busy}. */
    public static final class Busy extends TransportException {
        @Serial
        private static final long serialVersionUID = 1L;

        /** For the peer, say {@code manager}, at {@code address}. */
        public Busy(String peer, String address, Duration retryAfter) {
            super(
                    "transport.busy",
                    "The " + peer + " at " + address + " is busy and did not look at the request. Try again in "
                            + retryAfter.toSeconds() + " s.",
                    false,
                    retryAfter,
                    null);
        }
    }

    /** The calling thread was interrupted while it waited for the answer; code {@code transport.interrupted}. */
    public static final class Interrupted extends TransportException {
        @Serial
        private static final long serialVersionUID = 1L;

        /** For the peer, say {@code manager}, at {@code address}. */
        public Interrupted(String peer, String address) {
            super(
                    "transport.interrupted",
                    "Waiting for the " + peer + " at " + address + " was interrupted. It may have acted all the same;"
                            + " trying again is safe.",
                    true,
                    Duration.ZERO,
                    null);
        }
    }

    /** The client or server that was asked has been closed; code {@code transport.closed}. */
    public static final class Closed extends TransportException {
        @Serial
        private static final long serialVersionUID = 1L;

        /** For what was closed, say {@code phone client}. */
        public Closed(String what) {
            super("transport.closed", "This " + what + " has been closed. Open a new one.", false, null, null);
        }
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? "the system refused" : message;
    }
}
