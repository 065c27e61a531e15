/** What statistics take in, and what they give away. */
@NullMarked
package io.lintel.sdk.command.statistics;

import org.jspecify.annotations.NullMarked;
