package io.lintel.protocol.checkin;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.tap.ProjectKey;
import io.lintel.protocol.wire.Blocks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a manager answers: what the phone has to do, and what it lacks. Parts that the phone has in their newest form are
 * absent. The signed parts are octets here; a phone's wallet verifies them before it keeps any. {@link #toString()} names
 * none of it.
 *
 * <p>The whole takes at most {@value #MAX_SIZE_BYTES} octets encoded; a manager whose answer does not fit leaves out the
 * revocation list, then certificates of doors, which reach the phone in other ways.
 *
 * @param number the highest number that the manager has seen of this credential, 0 to 2^31 - 1: the phone goes on above it
 * @param instruction what to do with the credential
 * @param credential the newest signed credential, at most 160 octets
 * @param issuingKeys all signed issuing keys in use, where the phone has others: at most 64; unmodifiable
 * @param projectKey the next project key in use after the newest that the phone has
 * @param doors the doors, as published last
 * @param list what is new of the revocation list
 * @param nextCheckIn when to check in again, one minute to 30 days from now, in whole seconds
 * @param reporting whether the site wants reports ({@code STA-01})
 */
public record CheckInAnswer(
        int number,
        Instruction instruction,
        Optional<Bytes> credential,
        List<Bytes> issuingKeys,
        Optional<ProjectKey> projectKey,
        Optional<Doors> doors,
        ListNews list,
        Duration nextCheckIn,
        Reporting reporting) {
    /** Whether a site wants its apps to report statistics. */
    public enum Reporting {
        /** It wants reports. */
        WANTED,
        /** It wants none: the app stops at once and forgets what it counted ({@code STA-19}). */
        NOT_WANTED
    }

    /** The most octets that an encoded answer takes. */
    public static final int MAX_SIZE_BYTES = Blocks.MAX_CONTENT_SIZE;

    /** The shortest time until the next check-in. */
    public static final Duration MIN_NEXT_CHECK_IN = Duration.ofMinutes(1);

    /** The longest time until the next check-in. */
    public static final Duration MAX_NEXT_CHECK_IN = Duration.ofDays(30);

    private static final int MAX_ISSUING_KEYS = 64;
    private static final int MAX_ISSUING_KEY_SIZE = 256;

    /** Refuses values out of bounds with {@link IllegalArgumentException}. */
    public CheckInAnswer {
        Bounds.within(number, 0, Integer.MAX_VALUE, "number");
        credential.ifPresent(signed -> Bounds.sizeUpTo(signed, Credential.MAX_SIGNED_SIZE_BYTES, "credential"));
        issuingKeys = List.copyOf(issuingKeys);
        Bounds.that(
                issuingKeys.size() <= MAX_ISSUING_KEYS, "an answer has at most " + MAX_ISSUING_KEYS + " issuing keys");
        issuingKeys.forEach(key -> Bounds.sizeUpTo(key, MAX_ISSUING_KEY_SIZE, "issuing key"));
        nextCheckIn = Duration.ofSeconds(nextCheckIn.toSeconds());
        Bounds.that(
                nextCheckIn.compareTo(MIN_NEXT_CHECK_IN) >= 0 && nextCheckIn.compareTo(MAX_NEXT_CHECK_IN) <= 0,
                "the next check-in must be due in " + MIN_NEXT_CHECK_IN + " to " + MAX_NEXT_CHECK_IN);
        boolean bringsSomething = credential.isPresent() || projectKey.isPresent() || doors.isPresent();
        Bounds.that(
                instruction == Instruction.KEEP || !(bringsSomething || !list.equals(ListNews.NONE)),
                "a phone that is to delete a credential gets nothing for it");
    }

    /** Returns an answer that brings nothing. */
    public static CheckInAnswer of(int number, Instruction instruction, Duration nextCheckIn, Reporting reporting) {
        return new CheckInAnswer(
                number,
                instruction,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                ListNews.NONE,
                nextCheckIn,
                reporting);
    }

    /** Names the instruction and nothing that came with it. */
    @Override
    public String toString() {
        return "CheckInAnswer[" + instruction + ", redacted]";
    }
}
