/** The manager: what an ACS vendor embeds to issue, charge, revoke and audit credentials. */
@NullMarked
package io.lintel.sdk;

import org.jspecify.annotations.NullMarked;
