package io.lintel.protocol.link;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoException;
import io.lintel.crypto.noise.HandshakeState;
import io.lintel.crypto.noise.Role;
import io.lintel.protocol.link.LinkMessage.FromReader;
import io.lintel.protocol.statement.ReaderCertificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The reader's side of one connection to its manager. Sans-IO.
 *
 * <p>The owner sends {@link #hello()} first, passes each whole message to {@link #receive}, calls {@link #woken} when an event
 * has entered the spool, {@link #expire} when {@link #deadline()} has passed and {@link #disconnected} when the connection is
 * gone, and does what each returns. Used by one thread at a time. Nothing that a peer sends makes it throw; what the reader's
 * own storage throws passes through, and the owner closes the connection then.
 */
public final class ReaderLink {
    private final LinkedReader reader;
    private final Bytes hello;
    private State state;

    /** A state holds what is valid in it. */
    private sealed interface State {
        Instant deadline();
    }

    private record AwaitingWelcome(HandshakeState handshake, Instant deadline) implements State {}

    private record Linked(SealedChannel channel, ReaderConversation conversation, Instant beat, Instant silence)
            implements State {
        @Override
        public Instant deadline() {
            return beat.isBefore(silence) ? beat : silence;
        }
    }

    private record Ended() implements State {
        @Override
        public Instant deadline() {
            return Instant.MAX;
        }
    }

    ReaderLink(LinkedReader reader, Instant now) {
        this.reader = reader;
        LinkedReader.Ends ends = reader.ends();
        ReaderCertificate certificate = ends.reader().certificate().value();
        Hello header = new Hello(reader.suite().id(), certificate.project(), certificate.readerNumber());
        HandshakeState handshake = LinkWire.handshake(reader.suite(), Role.INITIATOR, header)
                .localStatic(ends.reader().dh())
                .remoteStatic(ends.manager())
                .ephemerals(reader.suite()::generateEphemeral)
                .build();
        this.hello = Bytes.concat(header.encode(), handshake.writeMessage(Bytes.EMPTY));
        this.state = new AwaitingWelcome(handshake, now.plus(LinkWire.HANDSHAKE));
    }

    /** Returns the first message, to be sent as soon as the connection stands. */
    public Bytes hello() {
        return hello;
    }

    /** Takes one message of the manager, of any content. */
    public LinkStep receive(Bytes message, Instant now) {
        try {
            if (state instanceof AwaitingWelcome awaiting) {
                return welcome(awaiting, message, now);
            }
            return state instanceof Linked linked ? hear(linked, message, now) : LinkStep.NOTHING;
        } catch (CryptoException notAuthentic) {
            return end(LinkEnd.NOT_AUTHENTIC);
        } catch (LinkFault fault) {
            return end(fault.end());
        }
    }

    private LinkStep welcome(AwaitingWelcome awaiting, Bytes message, Instant now) {
        LinkFault.unless(message.startsWith(Bytes.of(LinkWire.WELCOME_KIND)), LinkEnd.UNEXPECTED);
        Bytes payload = awaiting.handshake().readMessage(message.slice(1, message.size()));
        LinkFault.unless(payload.isEmpty(), LinkEnd.MALFORMED);
        SealedChannel channel = new SealedChannel(awaiting.handshake().split());
        awaiting.handshake().close();
        ReaderConversation conversation = new ReaderConversation(reader);
        state = new Linked(channel, conversation, now.plus(LinkWire.BEAT), now.plus(LinkWire.SILENCE));
        return say(channel, conversation.begin(now));
    }

    private LinkStep hear(Linked linked, Bytes message, Instant now) {
        LinkFault.unless(message.size() <= LinkWire.MAX_MESSAGE, LinkEnd.MALFORMED);
        var heard = LinkCodec.readManager(linked.channel().open(message));
        LinkFault.unless(heard.isPresent(), LinkEnd.MALFORMED);
        state = new Linked(linked.channel(), linked.conversation(), linked.beat(), now.plus(LinkWire.SILENCE));
        return say(linked.channel(), linked.conversation().hear(heard.get(), now));
    }

    /** Tells the manager what has entered the spool, if nothing that it was told is still unacknowledged. */
    public LinkStep woken() {
        return state instanceof Linked linked
                ? say(linked.channel(), linked.conversation().events())
                : LinkStep.NOTHING;
    }

    /** Does what is due if the deadline has passed: says how it stands, or ends the session. */
    public LinkStep expire(Instant now) {
        if (now.isBefore(state.deadline())) {
            return LinkStep.NOTHING;
        }
        if (state instanceof Linked linked && now.isBefore(linked.silence())) {
            state = new Linked(linked.channel(), linked.conversation(), now.plus(LinkWire.BEAT), linked.silence());
            return say(linked.channel(), linked.conversation().beat(now));
        }
        return end(LinkEnd.TIMED_OUT);
    }

    /** Ends the session because the connection is gone. Repeating it does nothing. */
    public LinkStep disconnected() {
        return state instanceof Ended ? LinkStep.NOTHING : end(LinkEnd.DISCONNECTED);
    }

    /** Returns when {@link #expire} must be called at the latest; {@link Instant#MAX} once the session has ended. */
    public Instant deadline() {
        return state.deadline();
    }

    /** Returns whether the manager has proven its key. */
    public boolean isLinked() {
        return state instanceof Linked;
    }

    private LinkStep say(SealedChannel channel, List<FromReader> messages) {
        return new LinkStep(channel.seal(messages), Optional.empty());
    }

    private LinkStep end(LinkEnd why) {
        if (state instanceof AwaitingWelcome awaiting) {
            awaiting.handshake().close();
        } else if (state instanceof Linked linked) {
            linked.channel().close();
        }
        state = new Ended();
        return LinkStep.end(why);
    }
}
