/** Support: questions, and who answers them. */
@NullMarked
package io.lintel.cli.support;

import org.jspecify.annotations.NullMarked;
