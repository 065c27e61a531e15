package io.lintel.testing;

/**
 * One line of {@code docs/requirements.md}.
 *
 * @param id of the requirement, known or not
 * @param state the third word of the line, a name of {@link RequirementState} or not
 * @param title what is required, in few words
 * @param note the decision, the topic that brings it, or empty
 */
record MappedRequirement(String id, String state, String title, String note) {}
