package io.lintel.transport.ble;

import java.time.Duration;

/** The port to a platform's timer: Android's {@code Handler.postDelayed}, a scheduler, a simulator's time. */
@FunctionalInterface
public interface Alarm {
    /**
     * Runs {@code task} once {@code delay} is over, on any thread but not from within this call.
     *
     * @return what calls it off; calling it later or twice does nothing
     */
    Runnable after(Duration delay, Runnable task);
}
