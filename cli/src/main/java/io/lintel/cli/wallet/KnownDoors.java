package io.lintel.cli.wallet;

import io.lintel.protocol.checkin.Door;
import io.lintel.protocol.phone.DoorModes;
import io.lintel.protocol.phone.Memberships;
import io.lintel.protocol.phone.Wallet;
import io.lintel.protocol.tap.Trigger;
import io.lintel.transport.ble.ReaderAdvertisement;
import java.util.EnumSet;
import java.util.Optional;

/** How a phone may open the doors that advertise themselves, by what its sites published with the last check-in. */
record KnownDoors(Wallet wallet, Memberships memberships) {
    /** A door that its site has not published may be opened by whoever chooses it, from any distance. */
    private static final DoorModes UNPUBLISHED = new DoorModes(EnumSet.of(Trigger.LIST), 0, 0);

    /** Empty where the wallet holds no credential of the reader's project. */
    Optional<DoorModes> modes(ReaderAdvertisement reader) {
        boolean isOurs = wallet.credentials().stream()
                .anyMatch(held -> held.project().tag().equals(reader.projectTag()));
        return isOurs
                ? Optional.of(memberships
                        .door(reader.projectTag(), reader.readerTag())
                        .map(KnownDoors::published)
                        .orElse(UNPUBLISHED))
                : Optional.empty();
    }

    private static DoorModes published(Door door) {
        return new DoorModes(door.modes(), door.signalPercent(), door.oneTapPercent());
    }
}
