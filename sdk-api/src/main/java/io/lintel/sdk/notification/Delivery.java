package io.lintel.sdk.notification;

/** What became of one attempt to send. */
public sealed interface Delivery {

    /** The next server took it. Whether a person got it, nobody can know. */
    record Accepted() implements Delivery {}

    /** Nobody took it. */
    record Failed(Failure why) implements Delivery {}

    /** Why nobody took it: a closed list, so that no address and no server's words get into a view. */
    enum Failure {
        /** The server could not be reached. */
        UNREACHABLE(true),
        /** The server did not answer in time; it may have taken the message. */
        TIMED_OUT(true),
        /** The server asks to come back later. */
        BUSY(true),
        /** The server's certificate is not one that we trust, or it offers no encryption. */
        NOT_TRUSTED(true),
        /** The server refuses our name and password. */
        NOT_AUTHENTICATED(true),
        /** The server refuses the recipient. */
        RECIPIENT_REFUSED(false),
        /** The server refuses the message. */
        MESSAGE_REFUSED(false),
        /** The person has no address for this channel, or one that cannot be used. */
        NO_ADDRESS(false),
        /** Nothing is set up for this channel. */
        NO_CHANNEL(true),
        /** What sends this kind of message failed itself: look into the notifier or sender that the manager was given. */
        BROKEN(true);

        private final boolean worthRetrying;

        Failure(boolean worthRetrying) {
            this.worthRetrying = worthRetrying;
        }

        /** Whether the same message can succeed later without anybody changing the person's address. */
        public boolean worthRetrying() {
            return worthRetrying;
        }
    }
}
