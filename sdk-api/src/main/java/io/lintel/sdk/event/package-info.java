/**
 * What happened, told to other systems ({@code spec/events.md}). Every change of a customer is one {@link
 * io.lintel.sdk.event.Event}, numbered 1, 2, 3, ... without a gap in the order of the commits. A host system reads them by
 * cursor, or has them posted to it: {@link io.lintel.sdk.event.WebhookSender} is the port for that, {@code connectors} has
 * one for HTTP, and {@link io.lintel.sdk.event.WebhookSignature} tells the receiver that an event is ours.
 */
@NullMarked
package io.lintel.sdk.event;

import org.jspecify.annotations.NullMarked;
