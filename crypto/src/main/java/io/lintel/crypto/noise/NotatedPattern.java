package io.lintel.crypto.noise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A pattern without modifiers, read from the notation of Noise rev. 34: sections 7.4 and 7.5, and appendix 18.1 for the
 * deferred ones. Before the dots stand the static keys that are known beforehand.
 */
record NotatedPattern(boolean initiatorKnown, boolean responderKnown, List<List<Token>> messages) {
    private static final String NOTATION = """
            N:    <- s ... -> e, es
            K:    -> s <- s ... -> e, es, ss
            X:    <- s ... -> e, es, s, ss

            NN:   -> e <- e, ee
            NK:   <- s ... -> e, es <- e, ee
            NX:   -> e <- e, ee, s, es
            XN:   -> e <- e, ee -> s, se
            XK:   <- s ... -> e, es <- e, ee -> s, se
            XX:   -> e <- e, ee, s, es -> s, se
            KN:   -> s ... -> e <- e, ee, se
            KK:   -> s <- s ... -> e, es, ss <- e, ee, se
            KX:   -> s ... -> e <- e, ee, se, s, es
            IN:   -> e, s <- e, ee, se
            IK:   <- s ... -> e, es, s, ss <- e, ee, se
            IX:   -> e, s <- e, ee, se, s, es

            NK1:  <- s ... -> e <- e, ee, es
            NX1:  -> e <- e, ee, s -> es
            X1N:  -> e <- e, ee -> s <- se
            X1K:  <- s ... -> e, es <- e, ee -> s <- se
            XK1:  <- s ... -> e <- e, ee, es -> s, se
            X1K1: <- s ... -> e <- e, ee, es -> s <- se
            X1X:  -> e <- e, ee, s, es -> s <- se
            XX1:  -> e <- e, ee, s -> es, s, se
            X1X1: -> e <- e, ee, s -> es, s <- se
            K1N:  -> s ... -> e <- e, ee -> se
            K1K:  -> s <- s ... -> e, es <- e, ee -> se
            KK1:  -> s <- s ... -> e <- e, ee, se, es
            K1K1: -> s <- s ... -> e <- e, ee, es -> se
            K1X:  -> s ... -> e <- e, ee, s, es -> se
            KX1:  -> s ... -> e <- e, ee, se, s -> es
            K1X1: -> s ... -> e <- e, ee, s -> se, es
            I1N:  -> e, s <- e, ee -> se
            I1K:  <- s ... -> e, es, s <- e, ee -> se
            IK1:  <- s ... -> e, s <- e, ee, se, es
            I1K1: <- s ... -> e, s <- e, ee, es -> se
            I1X:  -> e, s <- e, ee, s, es -> se
            IX1:  -> e, s <- e, ee, se, s -> es
            I1X1: -> e, s <- e, ee, s -> se, es
            """;

    private static final Map<String, NotatedPattern> PATTERNS = parseAll();

    static NotatedPattern named(String name) {
        NotatedPattern pattern = PATTERNS.get(name);
        if (pattern == null) {
            throw new IllegalArgumentException("Noise rev. 34 has no pattern '" + name + "'");
        }
        return pattern;
    }

    private static Map<String, NotatedPattern> parseAll() {
        Map<String, NotatedPattern> patterns = new HashMap<>();
        Stream.of(NOTATION.split("\n", -1)).filter(line -> !line.isBlank()).forEach(line -> {
            int colon = line.indexOf(':');
            patterns.put(line.substring(0, colon), parse(line.substring(colon + 1)));
        });
        return Map.copyOf(patterns);
    }

    private static NotatedPattern parse(String notation) {
        int dots = notation.indexOf("...");
        String known = dots < 0 ? "" : notation.substring(0, dots);
        String messages = dots < 0 ? notation : notation.substring(dots + 3);
        List<List<Token>> tokens = new ArrayList<>();
        for (String message : messages.split("->|<-", -1)) {
            if (!message.isBlank()) {
                tokens.add(Arrays.stream(message.strip().split(", ", -1))
                        .map(Token::of)
                        .toList());
            }
        }
        return new NotatedPattern(known.contains("-> s"), known.contains("<- s"), List.copyOf(tokens));
    }
}
