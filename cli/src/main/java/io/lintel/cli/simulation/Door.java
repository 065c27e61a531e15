package io.lintel.cli.simulation;

import io.lintel.cli.simulation.DoorPlace.Clock;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.protocol.reader.AccessPolicy;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.reader.ReaderConfiguration;
import io.lintel.protocol.reader.ReaderIdentity;
import io.lintel.protocol.reader.ReaderPorts;
import io.lintel.protocol.statement.ReaderCertificate;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.statement.Technology;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A door with its reader: the product's own, on a flash whose power may go and with a clock that drifts. */
final class Door {
    private final Project project;
    private final Chance chance;
    private ReaderIdentity identity;
    private ReaderConfiguration configuration;
    private ReaderPorts ports;
    private Flash flash;
    private final DoorClock clock;
    private final DoorPlace place;
    private Reader reader;

    Door(Project project, DoorPlace place, int number, Signed<RevocationList> first, Chance chance, Instant now) {
        this.project = project;
        this.chance = chance;
        this.place = place;
        this.clock = new DoorClock(place.worstDrift(), chance.split());
        this.flash = new Flash(chance.split());
        if (place.clock() == Clock.NONE) {
            clock.lose(now);
        }
        this.identity = identity(project, place.groups(), number, now);
        this.configuration = configuration(first);
        this.ports = ports(chance.split());
        this.reader = start(now);
    }

    private ReaderConfiguration configuration(Signed<RevocationList> first) {
        return new ReaderConfiguration(
                project.trust(), project.key(), place.policy(), place.limits(), List.of(), Optional.of(first), 1);
    }

    private ReaderPorts ports(Chance octets) {
        return new ReaderPorts(project.suite(), project.readerEphemerals(), octets::octets, AccessPolicy.none(), flash);
    }

    /** Resets the reader: an empty flash, new keys, and a configuration with the list of now. */
    void reset(Signed<RevocationList> newest, Instant now) {
        flash = new Flash(chance.split());
        identity = identity(project, place.groups(), number(), now);
        configuration = configuration(newest);
        ports = ports(chance.split());
        setClock();
        reader = start(now);
    }

    private static ReaderIdentity identity(Project project, Set<Integer> groups, int number, Instant now) {
        DhKeyPair dh = project.suite().generateDhKeyPair();
        SigningKeyPair signing = project.suite().generateSigningKeyPair();
        return new ReaderIdentity(
                dh,
                signing,
                project.sign(new ReaderCertificate(
                        project.id(),
                        1,
                        number,
                        dh.publicKey().encoded(),
                        signing.publicKey().encoded(),
                        groups,
                        Technology.NONE,
                        now,
                        project.keysExpire())));
    }

    private Reader start(Instant now) {
        return new Reader(identity, configuration, ports, clock.reading(now));
    }

    Reader reader() {
        return reader;
    }

    int number() {
        return identity.certificate().value().readerNumber();
    }

    Signed<ReaderCertificate> certificate() {
        return identity.certificate();
    }

    DoorPlace place() {
        return place;
    }

    Flash flash() {
        return flash;
    }

    DoorClock clock() {
        return clock;
    }

    /** Sets the clock, where there is one. */
    void setClock() {
        if (place.clock() != Clock.NONE) {
            clock.set();
        }
    }

    /** Returns what the reader's clock shows at a true time. */
    Instant reading(Instant now) {
        return clock.reading(now);
    }

    /** Returns the epoch of the list in force. */
    long epoch() {
        return reader.listInForce().map(list -> list.value().listEpoch()).orElse(0L);
    }

    /** Starts the reader again on what its flash holds. */
    void restart(Instant now) {
        flash.powerOn();
        reader = start(now);
    }

    /** Installs a list that somebody or a line brought; starts anew where the power went meanwhile. */
    void install(Bytes signedList, Instant now) {
        try {
            reader.install(signedList, reading(now));
        } catch (RuntimeException failed) {
            require(failed);
        }
        restartIfDown(now);
    }

    /** Returns a receipt, unless the power goes while the reader makes it. */
    Optional<Bytes> receipt(Instant now) {
        try {
            return reader.receipt(reading(now)).map(Signed::bytes);
        } catch (RuntimeException failed) {
            require(failed);
            restartIfDown(now);
            return Optional.empty();
        }
    }

    /** Lets the reader do what it does between taps. */
    void maintain(Instant now) {
        try {
            reader.maintain(reading(now));
        } catch (RuntimeException failed) {
            require(failed);
        }
        restartIfDown(now);
    }

    /** Starts the reader again if its power went. */
    void restartIfDown(Instant now) {
        if (!flash.isPowered()) {
            restart(now);
        }
    }

    /** Whatever goes wrong while the power goes is the power's doing; anything else is a defect. */
    private void require(RuntimeException failed) {
        if (flash.isPowered()) {
            throw failed;
        }
    }
}
