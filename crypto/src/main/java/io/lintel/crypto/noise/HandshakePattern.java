package io.lintel.crypto.noise;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Hash;
import io.lintel.crypto.NoiseSuite;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The messages of a handshake as lists of tokens (Noise rev. 34, section 7).
 *
 * <p>Immutable; got by name, psk modifiers included: {@code HandshakePattern.named("KXpsk0")}.
 */
public final class HandshakePattern {
    private static final Pattern NAME = Pattern.compile("([NKXI]1?[NKX]?1?)((?:psk\\d)(?:\\+psk\\d)*)?");

    private final String name;
    private final NotatedPattern base;
    private final List<List<Token>> messages;
    private final int pskCount;
    private final ConcurrentHashMap<String, Bytes> firstHashes = new ConcurrentHashMap<>();

    private HandshakePattern(String name, NotatedPattern base, List<List<Token>> messages) {
        this.name = name;
        this.base = base;
        this.messages = messages;
        this.pskCount = (int) messages.stream()
                .flatMap(List::stream)
                .filter(token -> token == Token.PSK)
                .count();
    }

    /**
     * Returns the pattern with that name, such as {@code XX}, {@code K1X} or {@code KNpsk0+psk2}.
     *
     * @throws IllegalArgumentException if Noise rev. 34 has no such pattern, or a modifier fits none of its messages
     */
    public static HandshakePattern named(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + name + "' is not the name of a Noise pattern");
        }
        NotatedPattern base = NotatedPattern.named(matcher.group(1));
        List<List<Token>> messages = new ArrayList<>();
        base.messages().forEach(tokens -> messages.add(new ArrayList<>(tokens)));
        String modifiers = matcher.group(2);
        if (modifiers != null) {
            for (String modifier : modifiers.split("\\+", -1)) {
                insertPsk(name, messages, modifier.charAt(modifier.length() - 1) - '0');
            }
        }
        return new HandshakePattern(
                name, base, messages.stream().map(List::copyOf).toList());
    }

    /** Section 9.4: psk0 begins the first message, any other number ends the message with that number. */
    private static void insertPsk(String name, List<List<Token>> messages, int place) {
        if (place > messages.size()) {
            throw new IllegalArgumentException("'" + name + "' has no message number " + place);
        }
        List<Token> tokens = messages.get(Math.max(place, 1) - 1);
        int at = place == 0 ? 0 : tokens.size();
        if (!tokens.isEmpty() && tokens.get(Math.min(at, tokens.size() - 1)) == Token.PSK) {
            throw new IllegalArgumentException("'" + name + "' has one psk modifier twice");
        }
        tokens.add(at, Token.PSK);
    }

    /** The name, modifiers included. */
    public String name() {
        return name;
    }

    /** The number of handshake messages. */
    public int messageCount() {
        return messages.size();
    }

    /** Whether only the initiator ever sends, in the transport phase too (section 7.4). */
    public boolean isOneWay() {
        return messages.size() == 1;
    }

    /** The number of pre-shared keys that the pattern takes. */
    public int pskCount() {
        return pskCount;
    }

    /** The hash that a handshake of this pattern and a suite begins with (section 5.2), the same octets each time. */
    Bytes firstHash(NoiseSuite suite) {
        Bytes known = firstHashes.get(suite.name());
        return known != null
                ? known
                : firstHashes.computeIfAbsent(
                        suite.name(),
                        suiteName -> firstHash(Bytes.utf8("Noise_" + name + "_" + suiteName), suite.hash()));
    }

    private static Bytes firstHash(Bytes protocolName, Hash hash) {
        return protocolName.size() > hash.size()
                ? hash.digest(protocolName)
                : Bytes.concat(protocolName, Bytes.copyOf(new byte[hash.size() - protocolName.size()]));
    }

    /** The tokens of the message with that number, counted from 0. */
    List<Token> message(int number) {
        return messages.get(number);
    }

    /** Whether that side's static key is known to the other before the handshake begins. */
    boolean knowsStaticOf(Role role) {
        return role == Role.INITIATOR ? base.initiatorKnown() : base.responderKnown();
    }

    /** Whether that side sends its static key in a message. */
    boolean sendsStaticOf(Role role) {
        return sends(role, Token.S);
    }

    /** Whether that side sends an ephemeral key. */
    boolean sendsEphemeralOf(Role role) {
        return sends(role, Token.E);
    }

    private boolean sends(Role role, Token token) {
        for (int i = 0; i < messages.size(); i++) {
            if (role.sends(i) && messages.get(i).contains(token)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return name;
    }
}
