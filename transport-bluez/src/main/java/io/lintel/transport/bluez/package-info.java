/** The {@code BleLink} port on BlueZ. This package will hold the reader side and the phone side. */
@NullMarked
package io.lintel.transport.bluez;

import org.jspecify.annotations.NullMarked;
