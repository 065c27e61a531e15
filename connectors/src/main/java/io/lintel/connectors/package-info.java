/** Ways out of the manager. This package will hold the SMTP notifier and the webhook dispatcher. */
@NullMarked
package io.lintel.connectors;

import org.jspecify.annotations.NullMarked;
