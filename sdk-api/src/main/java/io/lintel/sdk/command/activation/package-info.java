/** What a phone's activation request does. */
@NullMarked
package io.lintel.sdk.command.activation;

import org.jspecify.annotations.NullMarked;
