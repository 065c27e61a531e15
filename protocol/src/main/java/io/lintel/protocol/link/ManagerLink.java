package io.lintel.protocol.link;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoException;
import io.lintel.crypto.noise.HandshakeState;
import io.lintel.crypto.noise.Role;
import io.lintel.protocol.link.LinkDesk.Admission;
import io.lintel.protocol.link.LinkMessage.FromManager;
import io.lintel.protocol.link.LinkMessage.FromReader;
import io.lintel.protocol.statement.ProjectId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The manager's side of one connection of a reader. Sans-IO, but for its {@link LinkDesk}.
 *
 * <p>The owner passes each whole message to {@link #receive}, calls {@link #woken} when there may be something new for the
 * reader, {@link #expire} when {@link #deadline()} has passed and {@link #disconnected} when the connection is gone, and does
 * what each returns. Used by one thread at a time. Nothing that a peer sends makes it throw; what the desk throws passes
 * through, and the owner closes the connection then.
 *
 * <p>A first message can be a recording. So nothing happens for it but the answer, which only the reader can read; the link
 * stands when the reader's next message opens.
 */
public final class ManagerLink {
    private final LinkDesk desk;
    private State state;

    /**
     * Which reader a link is with.
     *
     * @param project its project
     * @param reader its number
     */
    public record Peer(ProjectId project, int reader) {}

    /** A state holds what is valid in it. */
    private sealed interface State {
        Instant deadline();
    }

    private record AwaitingHello(Instant deadline) implements State {}

    private record AwaitingProof(Peer peer, SealedChannel channel, LinkAccount account, Instant deadline)
            implements State {}

    private record Linked(Peer peer, SealedChannel channel, ManagerConversation conversation, Instant deadline)
            implements State {}

    private record Ended() implements State {
        @Override
        public Instant deadline() {
            return Instant.MAX;
        }
    }

    /** A session for a connection that has just been accepted. */
    public ManagerLink(LinkDesk desk, Instant now) {
        this.desk = desk;
        this.state = new AwaitingHello(now.plus(LinkWire.HANDSHAKE));
    }

    /** Takes one message, of any content. */
    public LinkStep receive(Bytes message, Instant now) {
        try {
            LinkFault.unless(message.size() <= LinkWire.MAX_MESSAGE, LinkEnd.MALFORMED);
            if (state instanceof AwaitingHello) {
                return hello(message, now);
            }
            if (state instanceof AwaitingProof awaiting) {
                return hear(proving(awaiting), message, now);
            }
            return state instanceof Linked linked ? hear(linked, message, now) : LinkStep.NOTHING;
        } catch (CryptoException notAuthentic) {
            return end(LinkEnd.NOT_AUTHENTIC);
        } catch (LinkFault fault) {
            return end(fault.end());
        }
    }

    private LinkStep hello(Bytes message, Instant now) {
        Hello hello = Hello.of(message).orElseThrow(() -> new LinkFault(LinkEnd.MALFORMED));
        Admission admission =
                desk.admit(hello.project(), hello.reader()).orElseThrow(() -> new LinkFault(LinkEnd.NOT_ADMITTED));
        try (var manager = admission.manager()) {
            LinkFault.unless(admission.suite().id() == hello.suite(), LinkEnd.NOT_ADMITTED);
            try (HandshakeState handshake = LinkWire.handshake(admission.suite(), Role.RESPONDER, hello)
                    .localStatic(manager)
                    .remoteStatic(admission.reader())
                    .ephemerals(admission.suite()::generateEphemeral)
                    .build()) {
                Bytes payload = handshake.readMessage(message.slice(Hello.SIZE, message.size()));
                LinkFault.unless(payload.isEmpty(), LinkEnd.MALFORMED);
                Bytes welcome = Bytes.concat(Bytes.of(LinkWire.WELCOME_KIND), handshake.writeMessage(Bytes.EMPTY));
                state = new AwaitingProof(
                        new Peer(hello.project(), hello.reader()),
                        new SealedChannel(handshake.split()),
                        admission.account(),
                        now.plus(LinkWire.HANDSHAKE));
                return LinkStep.send(welcome);
            }
        }
    }

    /** Whoever can seal the next message made the first one now, and holds the reader's key; until it opens nothing is so. */
    private static Linked proving(AwaitingProof awaiting) {
        return new Linked(
                awaiting.peer(), awaiting.channel(), new ManagerConversation(awaiting.account()), awaiting.deadline());
    }

    private LinkStep hear(Linked linked, Bytes message, Instant now) {
        Bytes content = linked.channel().open(message);
        FromReader heard = LinkCodec.readReader(content).orElseThrow(() -> new LinkFault(LinkEnd.MALFORMED));
        LinkFault.unless(linked.conversation().account().isAdmitted(), LinkEnd.NOT_ADMITTED);
        state = new Linked(linked.peer(), linked.channel(), linked.conversation(), now.plus(LinkWire.SILENCE));
        return say(linked.channel(), linked.conversation().hear(heard));
    }

    /** Tells the reader what is new, if anything is. */
    public LinkStep woken() {
        if (!(state instanceof Linked linked)) {
            return LinkStep.NOTHING;
        }
        return linked.conversation().account().isAdmitted()
                ? say(linked.channel(), linked.conversation().news())
                : end(LinkEnd.NOT_ADMITTED);
    }

    /** Ends the session if its deadline has passed. */
    public LinkStep expire(Instant now) {
        return now.isBefore(state.deadline()) ? LinkStep.NOTHING : end(LinkEnd.TIMED_OUT);
    }

    /** Ends the session because the connection is gone. Repeating it does nothing. */
    public LinkStep disconnected() {
        return state instanceof Ended ? LinkStep.NOTHING : end(LinkEnd.DISCONNECTED);
    }

    /** Returns when {@link #expire} must be called at the latest; {@link Instant#MAX} once the session has ended. */
    public Instant deadline() {
        return state.deadline();
    }

    /** Returns which reader has proven its key; empty before that and after the end. */
    public Optional<Peer> peer() {
        return state instanceof Linked linked ? Optional.of(linked.peer()) : Optional.empty();
    }

    private static LinkStep say(SealedChannel channel, List<FromManager> messages) {
        return new LinkStep(channel.seal(messages), Optional.empty());
    }

    private LinkStep end(LinkEnd why) {
        if (state instanceof AwaitingProof awaiting) {
            awaiting.channel().close();
        } else if (state instanceof Linked linked) {
            linked.channel().close();
            linked.conversation().close();
        }
        state = new Ended();
        return LinkStep.end(why);
    }
}
