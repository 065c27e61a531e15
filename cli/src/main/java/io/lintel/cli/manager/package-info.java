/** The commands of the manager: sites, people, credentials, credit, books, and the endpoint where phones activate. */
@NullMarked
package io.lintel.cli.manager;

import org.jspecify.annotations.NullMarked;
