/** The commands of a phone's wallet: activate, show, tap. */
@NullMarked
package io.lintel.cli.wallet;

import org.jspecify.annotations.NullMarked;
