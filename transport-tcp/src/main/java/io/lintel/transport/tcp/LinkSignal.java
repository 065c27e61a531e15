package io.lintel.transport.tcp;

/** What wakes a link's handler, as a Netty user event. */
enum LinkSignal {
    /** There may be something to say that the peer does not know yet. */
    NEWS
}
