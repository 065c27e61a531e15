/** Messages to people: how they leave, and what became of them. */
@NullMarked
package io.lintel.cli.notification;

import org.jspecify.annotations.NullMarked;
