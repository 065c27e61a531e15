/** Events: what happened, from the audit trail. */
@NullMarked
package io.lintel.cli.event;

import org.jspecify.annotations.NullMarked;
