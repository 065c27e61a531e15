package io.lintel.sdk.command.organisation;

import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.organisation.FieldError;
import io.lintel.sdk.organisation.FieldError.Field;
import io.lintel.sdk.organisation.FieldError.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Collects everything that is wrong with a form. */
final class FieldErrors {

    private static final int MAX_LENGTH = 200;

    private final List<FieldError> errors = new ArrayList<>();

    void add(Field field, Problem problem, String message) {
        errors.add(new FieldError(field, problem, message));
    }

    /** Text that may be empty. */
    void checkText(Field field, String text) {
        if (text.length() > MAX_LENGTH) {
            add(field, Problem.TOO_LONG, "shorten it to " + MAX_LENGTH + " characters");
        } else if (text.chars().anyMatch(Character::isISOControl)) {
            add(field, Problem.WRONG_FORM, "remove the control characters");
        }
    }

    /** A name that phones show. */
    void checkName(Field field, String name, int maxSizeBytes) {
        if (name.isBlank()) {
            add(field, Problem.MISSING, "enter a name");
        } else if (name.getBytes(StandardCharsets.UTF_8).length > maxSizeBytes) {
            add(field, Problem.TOO_LONG, "shorten it to " + maxSizeBytes + " octets of UTF-8");
        } else {
            checkText(field, name);
        }
    }

    List<FieldError> list() {
        return List.copyOf(errors);
    }

    /** Refuses unless nothing is wrong; the message names every field and problem. */
    void refuseIfAny() {
        if (!errors.isEmpty()) {
            String all = errors.stream()
                    .map(error -> error.field() + " " + error.problem() + " (" + error.message() + ")")
                    .collect(Collectors.joining(", "));
            throw new ManagerException.Refused(
                    ErrorCode.INVALID_REQUEST, "correct what was entered and try again: " + all);
        }
    }
}
