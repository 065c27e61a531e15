package io.lintel.cli.demo;

import java.io.Serial;

/** The story cannot go on: something did not come that everything after it needs. */
final class StoryException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    StoryException(String message) {
        super(message);
    }

    StoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
