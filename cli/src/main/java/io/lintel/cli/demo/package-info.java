/** The whole story of a door, told and checked by one command. */
@NullMarked
package io.lintel.cli.demo;

import org.jspecify.annotations.NullMarked;
