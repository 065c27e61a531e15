/**
 * What people are sent. {@link io.lintel.sdk.notification.Notifier} is the port to implement: {@code connectors} has one for
 * mail servers. A command that makes a code notes in its own transaction what is to be sent; it is sent after the commit, at
 * least once, and a failure shows until it is mended ({@code NTF-10}).
 *
 * <p>No code is stored for this: it is derived again when its message leaves.
 */
@NullMarked
package io.lintel.sdk.notification;

import org.jspecify.annotations.NullMarked;
