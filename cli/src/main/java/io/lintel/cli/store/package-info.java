/** What a manager's database needs said to it. */
@NullMarked
package io.lintel.cli.store;

import org.jspecify.annotations.NullMarked;
