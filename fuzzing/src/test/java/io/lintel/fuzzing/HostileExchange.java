package io.lintel.fuzzing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One request and one response, again and again, with somebody between the phone and the manager. Whatever he does: the manager
 * takes only requests that the phone sent, as they were sent; the phone believes only what the manager answered to the request at
 * hand; and once he leaves them alone, there is an answer.
 *
 * @param <A> what is answered
 */
public final class HostileExchange<A> {
    private static final int MOST_ATTEMPTS = 4;

    private final Supplier<Phone<A>> phone;
    private final Function<Bytes, Optional<Reply<A>>> manager;
    private final Set<Bytes> asked = new HashSet<>();

    /** The phone's side of one exchange. */
    public interface Phone<A> extends AutoCloseable {
        Bytes request();

        /** Returns what it believes of a response, which it takes one of; nothing where it refuses it. */
        Optional<A> receive(Bytes response);

        @Override
        void close();
    }

    /**
     * What the manager says to a request.
     *
     * @param message on the wire
     * @param says what it means
     */
    public record Reply<A>(Bytes message, A says) {}

    /**
     * Two who have not met.
     *
     * @param phone begins an exchange
     * @param manager answers a request, or refuses it and says nothing
     */
    public HostileExchange(Supplier<Phone<A>> phone, Function<Bytes, Optional<Reply<A>>> manager) {
        this.phone = phone;
        this.manager = manager;
    }

    /** Lets them try through somebody until he has nothing more to say, and then alone. */
    public void run(HostileChannel between) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS && between.isHostile(); attempt++) {
            attempt(between::carry);
        }
        assertTrue(attempt(List::of), "left alone, they find no answer");
    }

    /** Returns whether the phone believed in something. */
    private boolean attempt(Function<Bytes, List<Bytes>> channel) {
        try (Phone<A> asking = phone.get()) {
            asked.add(asking.request());
            Map<Bytes, A> answered = new HashMap<>();
            Optional<Bytes> arrived = Optional.empty();
            for (Bytes request : channel.apply(asking.request())) {
                Optional<Reply<A>> reply = manager.apply(request);
                reply.ifPresent(given -> assertTrue(asked.contains(request), "the phone did not ask this"));
                if (reply.isPresent()) {
                    if (request.equals(asking.request())) {
                        answered.put(reply.get().message(), reply.get().says());
                    }
                    arrived = arrived.or(
                            () -> channel.apply(reply.get().message()).stream().findFirst());
                }
            }
            Optional<A> believed = arrived.flatMap(asking::receive);
            if (believed.isPresent()) {
                assertEquals(answered.get(arrived.orElseThrow()), believed.get(), "the manager did not answer this");
            }
            return believed.isPresent();
        }
    }
}
