package io.lintel.transport.bluez;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A failure of this machine's Bluetooth, or of the way to a reader.
 *
 * <p>Each kind has a {@linkplain #errorCode() code} that stays the same across releases, and says {@linkplain #retryAfter() when to try
 * again}. None of them has taken effect: nothing was sent. The message says what happened, why, and what to do next.
 */
public abstract sealed class BluetoothException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String code;
    private final @Nullable Duration retryAfter;

    BluetoothException(String code, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.retryAfter = retryAfter;
    }

    /** The stable code, such as {@code bluetooth.no-adapter}. */
    public final String errorCode() {
        return code;
    }

    /** How long to wait before trying the same again; empty where only a change can help. */
    public final Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** There is no D-Bus, or no bluetoothd on it; code {@code bluetooth.no-service}. */
    public static final class NoService extends BluetoothException {
        @Serial
        private static final long serialVersionUID = 1L;

        NoService(@Nullable Throwable cause) {
            super(
                    "bluetooth.no-service",
                    "The Bluetooth service does not answer: bluetoothd or the system's D-Bus is not running. Start it"
                            + " (systemctl start bluetooth), and install BlueZ 5.50 or newer if it is missing.",
                    Duration.ofSeconds(1),
                    cause);
        }
    }

    /** The adapter does not exist; code {@code bluetooth.no-adapter}. */
    public static final class NoAdapter extends BluetoothException {
        @Serial
        private static final long serialVersionUID = 1L;

        NoAdapter(String adapter, @Nullable Throwable cause) {
            super(
                    "bluetooth.no-adapter",
                    "There is no Bluetooth adapter " + adapter + ". Plug it in, or name another with --adapter;"
                            + " bluetoothctl list shows them.",
                    Duration.ofSeconds(1),
                    cause);
        }
    }

    /** The adapter is off; code {@code bluetooth.not-powered}. */
    public static final class NotPowered extends BluetoothException {
        @Serial
        private static final long serialVersionUID = 1L;

        NotPowered(String adapter) {
            super(
                    "bluetooth.not-powered",
                    "The Bluetooth adapter " + adapter + " is off. Switch it on with bluetoothctl power on; if that is"
                            + " refused, rfkill unblock bluetooth.",
                    Duration.ofSeconds(1),
                    null);
        }
    }

    /** This user may not use Bluetooth; code {@code bluetooth.not-permitted}. */
    public static final class NotPermitted extends BluetoothException {
        @Serial
        private static final long serialVersionUID = 1L;

        NotPermitted(@Nullable Throwable cause) {
            super(
                    "bluetooth.not-permitted",
                    "This user may not use the Bluetooth service. Add the user to the group bluetooth and log in again, or"
                            + " run as root.",
                    null,
                    cause);
        }
    }

    /** Another reader uses the adapter; code {@code bluetooth.in-use}. */
    public static final class InUse extends BluetoothException {
        @Serial
        private static final long serialVersionUID = 1L;

        InUse(String adapter, @Nullable Throwable cause) {
            super(
                    "bluetooth.in-use",
                    "Another reader already serves on the Bluetooth adapter " + adapter
                            + ", or it advertises as much as it"
                            + " can. Stop the other program, or name another adapter with --adapter.",
                    Duration.ofSeconds(1),
                    cause);
        }
    }

    /** The adapter or the service refused for another reason; code {@code bluetooth.refused}. */
    public static final class Refused extends BluetoothException {
        @Serial
        private static final long serialVersionUID = 1L;

        Refused(String what, @Nullable Throwable cause) {
            super(
                    "bluetooth.refused",
                    "The Bluetooth service refused to " + what + reason(cause) + ". The log of bluetoothd says more"
                            + " (journalctl -u bluetooth).",
                    Duration.ofSeconds(1),
                    cause);
        }
    }

    /** No channel to the reader came about; code {@code bluetooth.unreachable}. */
    public static final class Unreachable extends BluetoothException {
        @Serial
        private static final long serialVersionUID = 1L;

        Unreachable(String reader, @Nullable Throwable cause) {
            super(
                    "bluetooth.unreachable",
                    "Cannot reach the reader " + reader + reason(cause) + ". Go nearer, check that it is running, and"
                            + " tap again.",
                    Duration.ofSeconds(1),
                    cause);
        }
    }

    private static String reason(@Nullable Throwable cause) {
        String message = cause == null ? null : cause.getMessage();
        return message == null ? "" : ": " + message;
    }
}
