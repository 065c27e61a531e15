/** What the manager tells of phones' check-ins: {@link io.lintel.sdk.checkin.LastCheckIn}. */
@NullMarked
package io.lintel.sdk.checkin;

import org.jspecify.annotations.NullMarked;
