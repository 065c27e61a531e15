/** Answers phones' check-ins ({@code spec/protocol.md}, "Check-in"): begin with {@code CheckIns}. */
@NullMarked
package io.lintel.sdk.command.checkin;

import org.jspecify.annotations.NullMarked;
