/** What every command shares: the {@link io.lintel.cli.shell.Shell} it runs in, what it prints, how it fails. */
@NullMarked
package io.lintel.cli.shell;

import org.jspecify.annotations.NullMarked;
