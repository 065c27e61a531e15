package io.lintel.sdk.command.reader;

import io.lintel.sdk.model.MacAddress;
import io.lintel.sdk.model.ReaderDetails;
import io.lintel.sdk.sync.FieldChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A reader's details as a dry run shows them, field by field under the file's names. */
final class DetailsText {

    private DetailsText() {}

    static List<FieldChange> changes(ReaderDetails before, ReaderDetails after) {
        Map<String, String> old = texts(before);
        return texts(after).entrySet().stream()
                .filter(field -> !field.getValue().equals(old.get(field.getKey())))
                .map(field -> new FieldChange(field.getKey(), old.getOrDefault(field.getKey(), ""), field.getValue()))
                .toList();
    }

    private static Map<String, String> texts(ReaderDetails details) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("name", details.name());
        texts.put("readerId", details.readerId().orElse(""));
        texts.put("mac", details.mac().map(MacAddress::text).orElse(""));
        texts.put("groups", new TreeSet<>(details.groups()).toString());
        texts.put("technology", details.technology().name());
        texts.put("identificationFromApp", details.identificationFromApp().name());
        texts.put("oneTap", details.oneTap().name());
        texts.put("signalPercent", Integer.toString(details.signalPercent()));
        texts.put("oneTapPercent", Integer.toString(details.oneTapPercent()));
        return texts;
    }
}
