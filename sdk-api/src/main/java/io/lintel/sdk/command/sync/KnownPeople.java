package io.lintel.sdk.command.sync;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.HostLink;
import io.lintel.sdk.model.KnownPerson;
import io.lintel.sdk.store.UnitOfWork;
import io.lintel.sdk.sync.HostPerson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The people of a site who may be those of one chunk of a list. */
record KnownPeople(Map<String, KnownPerson> bySyncId, Map<String, List<KnownPerson>> byEmail) {

    static KnownPeople of(UnitOfWork unit, CustomerId customer, List<HostPerson> chunk) {
        List<String> syncIds =
                chunk.stream().flatMap(person -> person.syncId().stream()).toList();
        List<String> addresses = chunk.stream()
                .map(HostPerson::email)
                .filter(email -> !email.isEmpty())
                .toList();
        Map<String, KnownPerson> bySyncId = new HashMap<>();
        for (KnownPerson known : unit.hostPeople().bySyncId(customer, syncIds)) {
            known.link().flatMap(HostLink::syncId).ifPresent(id -> bySyncId.put(id, known));
        }
        Map<String, List<KnownPerson>> byEmail = new HashMap<>();
        for (KnownPerson known : unit.hostPeople().byEmail(customer, addresses)) {
            byEmail.computeIfAbsent(key(known.person().email()), email -> new ArrayList<>())
                    .add(known);
        }
        return new KnownPeople(bySyncId, byEmail);
    }

    /** Who it is. Only where there is no {@link #conflict}. */
    Optional<KnownPerson> match(HostPerson person) {
        return person.syncId()
                .map(bySyncId::get)
                .or(() -> sameEmail(person).stream().findFirst());
    }

    /** Why it cannot be told who it is. */
    Optional<String> conflict(HostPerson person) {
        Optional<KnownPerson> bySync = person.syncId().map(bySyncId::get);
        List<KnownPerson> sameEmail = sameEmail(person);
        if (bySync.isPresent()) {
            long number = bySync.get().person().number();
            boolean free = sameEmail.stream().allMatch(known -> known.person().number() == number);
            return free
                    ? Optional.empty()
                    : Optional.of("another person of the site has this e-mail address; correct one");
        }
        if (sameEmail.size() > 1) {
            return Optional.of("several people of the site have this e-mail address; give them different ones first");
        }
        boolean other = person.syncId().isPresent()
                && sameEmail.stream()
                        .anyMatch(
                                known -> known.link().flatMap(HostLink::syncId).isPresent());
        return other
                ? Optional.of("the site's person with this e-mail address has another sync id; correct one of them")
                : Optional.empty();
    }

    private List<KnownPerson> sameEmail(HostPerson person) {
        return byEmail.getOrDefault(key(person.email()), List.of());
    }

    private static String key(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
