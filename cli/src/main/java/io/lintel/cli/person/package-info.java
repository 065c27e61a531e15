/** People who get credentials. */
@NullMarked
package io.lintel.cli.person;

import org.jspecify.annotations.NullMarked;
