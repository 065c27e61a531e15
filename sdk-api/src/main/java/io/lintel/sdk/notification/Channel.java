package io.lintel.sdk.notification;

/** How a message travels. Names and numbers are stored; they never change. */
public enum Channel {
    /** To an e-mail address. */
    EMAIL(0),
    /** To a telephone, as a short text. */
    SMS(1);

    private final int number;

    Channel(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
