package io.lintel.store.file;

import java.nio.file.Path;

/**
 * An enrolment whose file is damaged or of a newer release. It stays as it is; activating the same credential again
 * replaces it.
 *
 * @param file the file
 * @param reason what is wrong with it and what to do, for a person to read
 */
public record UnreadableEnrolment(Path file, String reason) {}
