/** What leaves the manager after a commit: messages to people, events to other systems. Each at least once. */
@NullMarked
package io.lintel.sdk.command.outbox;

import org.jspecify.annotations.NullMarked;
