package io.lintel.sdk.command.key;

import io.lintel.sdk.command.Facts;
import io.lintel.sdk.key.KeyEpochs;
import io.lintel.sdk.key.RotateKeys;
import io.lintel.sdk.key.Stopping;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.store.CommandLog;
import io.lintel.sdk.store.UnitOfWork;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who would stop, as the command that was not taken for it left it behind: what a later command accepts. */
final class NamedStops {

    private static final String READERS = "stoppingReaders";
    private static final String PHONES = "stoppingPhones";
    private static final String STEP = "step";
    private static final String NEWEST = "newest";

    private NamedStops() {}

    static Facts write(Facts facts, RotateKeys request, Stopping stopping) {
        return facts.with(STEP, step(request))
                .with(READERS, join(stopping.readers()))
                .with(PHONES, join(stopping.phones()));
    }

    static boolean isIn(Facts facts) {
        return facts.has(READERS);
    }

    static Stopping read(Facts facts) {
        Set<Long> readers = split(facts.text(READERS));
        return Stopping.of(
                readers.stream().map(Math::toIntExact).collect(Collectors.toSet()), split(facts.text(PHONES)));
    }

    /** Whom a request accepts; refuses a naming of another step, or of another rotation. */
    static Stopping accepted(UnitOfWork unit, RotateKeys request, KeyEpochs epochs) {
        if (request.accepted().isEmpty()) {
            return Stopping.NOBODY;
        }
        return unit.commands()
                .find(request.customer(), request.accepted().get())
                .map(CommandLog.Done::facts)
                .map(Facts::new)
                .filter(NamedStops::isIn)
                .filter(facts -> facts.text(STEP).equals(step(request)) && facts.number(NEWEST) == epochs.newest())
                .map(NamedStops::read)
                .orElseThrow(() -> new ManagerException.Refused(
                        ErrorCode.INVALID_REQUEST,
                        "what was accepted names nobody who stops by this step; ask for the step without it, and"
                                + " accept what that names"));
    }

    private static String step(RotateKeys request) {
        return request.keys() + " " + request.step();
    }

    private static String join(Collection<? extends Number> numbers) {
        return numbers.stream().map(Object::toString).collect(Collectors.joining(","));
    }

    private static Set<Long> split(String numbers) {
        return numbers.isEmpty()
                ? Set.of()
                : Stream.of(numbers.split(",")).map(Long::valueOf).collect(Collectors.toSet());
    }
}
