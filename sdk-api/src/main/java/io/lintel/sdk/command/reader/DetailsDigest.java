package io.lintel.sdk.command.reader;

import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.model.ReaderDetails;

/** What has to be equal of a reader's details for a repetition. */
final class DetailsDigest {

    private DetailsDigest() {}

    static RequestDigest add(RequestDigest digest, ReaderDetails details) {
        return digest.with(details.name())
                .with(details.readerId())
                .with(details.mac())
                .with(details.groups())
                .with(details.technology())
                .with(details.identificationFromApp())
                .with(details.oneTap())
                .with(details.signalPercent())
                .with(details.oneTapPercent());
    }
}
