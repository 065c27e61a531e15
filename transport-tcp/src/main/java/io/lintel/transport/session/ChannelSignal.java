package io.lintel.transport.session;

/** What a transport tells the handlers of a channel, as a Netty user event. */
public enum ChannelSignal {
    /** The transport is stopping: finish the exchange under way, begin no other, then close. */
    DRAIN
}
