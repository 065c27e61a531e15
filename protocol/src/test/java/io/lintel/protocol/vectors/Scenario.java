package io.lintel.protocol.vectors;

import java.util.function.Consumer;

/**
 * What one tap vector tells: which events, and how they must end.
 *
 * @param id the vector's name in its file
 * @param title what happens, in a sentence
 * @param story makes the events, and says how both sides must end
 */
record Scenario(String id, String title, Consumer<Recorder> story) {}
