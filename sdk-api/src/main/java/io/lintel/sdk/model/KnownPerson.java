package io.lintel.sdk.model;

import java.util.Optional;

/**
 * A person, and what a host system's list says of it.
 *
 * @param person who it is
 * @param link what the list says; empty for a person whom no list has named
 */
public record KnownPerson(Person person, Optional<HostLink> link) {}
