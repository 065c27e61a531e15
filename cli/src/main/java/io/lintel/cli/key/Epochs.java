package io.lintel.cli.key;

import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.Words;
import io.lintel.sdk.key.KeyEpochs;
import io.lintel.sdk.key.KeySet;

/** Tells where keys stand. */
final class Epochs {
    private Epochs() {}

    static String text(KeySet keys, KeyEpochs epochs) {
        if (!epochs.isRotating()) {
            return Words.of(keys) + " keys of epoch " + epochs.newest() + " alone.";
        }
        String signing = keys == KeySet.PROJECT ? "" : ", credentials and lists are signed with " + epochs.signing();
        return Words.of(keys) + " keys: phones get epoch " + epochs.newest() + ", readers are told " + epochs.readers()
                + signing + ", all accept " + epochs.minimum() + " and above.";
    }

    static Answer facts(Answer answer, KeyEpochs epochs) {
        return answer.fact("newest", epochs.newest())
                .fact("readers", epochs.readers())
                .fact("signing", epochs.signing())
                .fact("minimum", epochs.minimum())
                .fact("next", epochs.next().map(Words::of));
    }
}
