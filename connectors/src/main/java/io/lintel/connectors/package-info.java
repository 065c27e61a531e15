/**
 * Ways out of the manager. {@link io.lintel.connectors.SmtpNotifier} sends codes to people through a mail server, {@link
 * io.lintel.connectors.WebhookNotifier} through a vendor's own; {@link io.lintel.connectors.HttpWebhookSender} carries events
 * over HTTP; {@link io.lintel.connectors.QrImage} draws what a phone scans.
 *
 * <p>Nothing here retries: the manager does, and decides when.
 */
@NullMarked
package io.lintel.connectors;

import org.jspecify.annotations.NullMarked;
