package io.lintel.sdk.command.sync;

import io.lintel.sdk.model.HostLink;
import io.lintel.sdk.model.KnownPerson;
import io.lintel.sdk.model.Person;
import io.lintel.sdk.sync.FieldChange;
import io.lintel.sdk.sync.HostPerson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A person's data as a dry run shows them, field by field under the columns' names. */
final class PersonText {

    private PersonText() {}

    static List<FieldChange> changes(KnownPerson known, HostPerson wanted) {
        Person person = known.person();
        Optional<HostLink> link = known.link();
        Map<String, String> before = texts(
                person.givenName(),
                person.familyName(),
                person.email(),
                link.map(HostLink::accessNumber).orElse(OptionalLong.empty()),
                link.flatMap(HostLink::syncId));
        return texts(wanted.givenName(), wanted.familyName(), wanted.email(), wanted.accessNumber(), wanted.syncId())
                .entrySet()
                .stream()
                .filter(field -> !field.getValue().equals(before.get(field.getKey())))
                .map(field ->
                        new FieldChange(field.getKey(), before.getOrDefault(field.getKey(), ""), field.getValue()))
                .toList();
    }

    private static Map<String, String> texts(
            String givenName, String familyName, String email, OptionalLong number, Optional<String> syncId) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("First name", givenName);
        texts.put("Last name", familyName);
        texts.put("E-mail", email);
        texts.put("ID", number.isPresent() ? Long.toString(number.getAsLong()) : "");
        texts.put("Sync ID", syncId.orElse(""));
        return texts;
    }
}
