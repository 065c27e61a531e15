package io.lintel.sdk.json;

/** A text is not the JSON that was asked for; the message names line, column and field, and never quotes a value. */
public final class InvalidJsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidJsonException(String message) {
        super(message);
    }
}
