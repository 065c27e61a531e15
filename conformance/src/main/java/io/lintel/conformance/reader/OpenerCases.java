package io.lintel.conformance.reader;

import io.lintel.conformance.bench.FramedSocket;
import io.lintel.conformance.bench.Mismatch;
import io.lintel.conformance.bench.Trial;
import io.lintel.conformance.material.Holder;
import io.lintel.conformance.material.Material;
import io.lintel.crypto.Bytes;
import io.lintel.protocol.statement.ReaderCertificate;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.wire.Lengths;
import io.lintel.protocol.wire.MalformedException;
import io.lintel.protocol.wire.MessageKind;
import io.lintel.protocol.wire.OpenerHeader;
import io.lintel.protocol.wire.OpenerPayload;
import io.lintel.protocol.wire.Padding;
import io.lintel.protocol.wire.Sealed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What a reader says before a phone has said anything, and to {@code who}. */
final class OpenerCases {
    private OpenerCases() {}

    static List<Trial<ReaderBench>> all() {
        return List.of(
                new Trial<>("reader.opener.form", "TAP-4.1-1", "the opener's fields and length", OpenerCases::form),
                new Trial<>("reader.opener.payload", "TAP-4.2-6", "the opener's sealed payload", OpenerCases::payload),
                new Trial<>("reader.opener.fresh", "TAP-4.1-7", "two openers, two nonces", OpenerCases::fresh),
                new Trial<>(
                        "reader.opener.ephemeral-per-channel",
                        "TAP-4.2-7",
                        "an ephemeral key serves one open channel at a time",
                        OpenerCases::ephemeralPerChannel),
                new Trial<>(
                        "reader.opener.ephemeral-used",
                        "TAP-4.2-8",
                        "an ephemeral key that a cold tap used never comes again",
                        OpenerCases::ephemeralUsed),
                new Trial<>(
                        "reader.who.certificate",
                        "TAP-4.1-22",
                        "who is answered with the certificate",
                        OpenerCases::who),
                new Trial<>("reader.who.twice", "TAP-6.1-12", "who is answered once", OpenerCases::whoTwice),
                new Trial<>("reader.who.then-cold", "TAP-6.1-2", "a cold tap behind who", OpenerCases::whoThenCold),
                new Trial<>(
                        "reader.framing.who-and-cold-in-one-segment",
                        "TAP-10-2",
                        "two messages in one segment, and one message in small pieces",
                        OpenerCases::segments));
    }

    private static void form(ReaderBench bench) throws IOException {
        try (ReaderTap tap = bench.open()) {
            Bytes opener = tap.opener();
            Material material = bench.material();
            requireForm(material, opener);
            OpenerHeader header = OpenerHeader.decode(opener);
            require(
                    header.projectTag().equals(material.trust().project().tag()),
                    "TAP-4.1-5",
                    "the project tag",
                    opener);
            require(header.readerTag().equals(material.reader().tag()), "TAP-4.1-6", "the reader tag", opener);
        }
    }

    /** Checks what has to hold before anybody can read the rest of an opener. */
    static void requireForm(Material material, Bytes opener) {
        int size = Lengths.opener(material.suite().id());
        require(opener.size() == size, "TAP-3-2", size + " octets", opener);
        require(opener.unsigned(0) == 1, "TAP-4.1-1", "kind 01", opener);
        require(opener.unsigned(1) == 1, "TAP-4.1-2", "version 01", opener);
        require(opener.unsigned(2) == material.suite().id().id(), "TAP-4.1-3", "the site's suite", opener);
        int epoch = opener.unsigned(3) << 8 | opener.unsigned(4);
        require(epoch == material.projectKey().epoch(), "TAP-4.1-4", "the key epoch", opener);
    }

    private static void require(boolean holds, String number, String expected, Bytes opener) {
        Mismatch.unless(holds, number, "an opener with " + expected, "the opener " + opener.toHex());
    }

    private static void payload(ReaderBench bench) throws IOException {
        try (ReaderTap tap = bench.open();
                PhoneEnd phone = tap.phone(bench.holder())) {
            Bytes octets = phone.payloadOctets();
            OpenerPayload payload = phone.payload();
            Mismatch.unless(
                    payload.flags().contains(OpenerPayload.Flag.DIRECTORY),
                    "TAP-4.2-3",
                    "flag bit 0: the trial's configuration has a directory",
                    "the payload " + octets.toHex());
            long enforced = bench.material().revocationList().listEpoch();
            boolean mayHaveALater = payload.flags().contains(OpenerPayload.Flag.COURIER_WANTED);
            Mismatch.unless(
                    payload.listEpoch() == enforced || (mayHaveALater && payload.listEpoch() > enforced),
                    "TAP-4.2-4",
                    "list epoch " + enforced + ", or that of a list which couriers brought in an earlier trial",
                    "the payload " + octets.toHex());
        }
    }

    private static void fresh(ReaderBench bench) throws IOException {
        Holder holder = bench.holder();
        try (ReaderTap first = bench.open();
                ReaderTap second = bench.open();
                PhoneEnd one = first.phone(holder);
                PhoneEnd two = second.phone(holder)) {
            Mismatch.unless(
                    !one.header().nonce().equals(two.header().nonce()),
                    "TAP-4.1-7",
                    "a nonce that is new for every opener",
                    "the nonce " + one.header().nonce().toHex() + " twice");
            Mismatch.unless(
                    one.payload().stateEpoch().equals(two.payload().stateEpoch()),
                    "TAP-4.2-2",
                    "one state epoch while the reader runs",
                    one.payload().stateEpoch().toHex() + " and then "
                            + two.payload().stateEpoch().toHex());
        }
    }

    private static Bytes ephemeral(ReaderTap tap) {
        requireForm(tap.bench().material(), tap.opener());
        return tap.ephemeral();
    }

    private static void ephemeralPerChannel(ReaderBench bench) throws IOException {
        try (ReaderTap first = bench.open();
                ReaderTap second = bench.open()) {
            Mismatch.unless(
                    !ephemeral(first).equals(ephemeral(second)),
                    "TAP-4.2-7",
                    "another ephemeral key on a second channel that is open",
                    ephemeral(first).toHex() + " on both");
        }
    }

    private static void ephemeralUsed(ReaderBench bench) throws IOException {
        Holder holder = bench.holder();
        Bytes used;
        try (ReaderTap tap = bench.open();
                PhoneEnd phone = tap.phone(holder)) {
            used = ephemeral(tap);
            tap.send(phone.whole(holder.credential(), PhoneEnd.GESTURE));
            tap.expectGranted("TAP-6.1-9", phone.session());
        }
        for (int i = 0; i < 4; i++) {
            try (ReaderTap tap = bench.open()) {
                Mismatch.unless(
                        !ephemeral(tap).equals(used),
                        "TAP-4.2-8",
                        "another ephemeral key than the one that a DH has used",
                        used.toHex() + " again");
            }
        }
    }

    /** Asks who the reader is and checks what it says. */
    static void askWho(ReaderTap tap, PhoneEnd phone) throws IOException {
        tap.send(MessageKind.WHO.octet());
        Bytes message = tap.expect("TAP-4.1-22", MessageKind.CERTIFICATE, Lengths.CERTIFICATE_MESSAGE);
        try (var key = phone.certificateKey()) {
            Bytes padded = Sealed.open(phone.material().suite(), key, MessageKind.CERTIFICATE, message);
            Bytes certificate = Padding.unpad(padded);
            ReaderCertificate known = phone.material().reader();
            Mismatch.unless(
                    phone.material()
                            .trust()
                            .verifyReaderCertificateAsIssued(certificate)
                            .value()
                            .dhKey()
                            .equals(known.dhKey()),
                    "TAP-4.1-22",
                    "this reader's certificate",
                    "another reader's");
        } catch (MalformedException padding) {
            throw new Mismatch("TAP-3-6", "a certificate padded with zeros to 192", message.toHex());
        } catch (io.lintel.crypto.CryptoException | io.lintel.protocol.statement.StatementException doesNotOpen) {
            throw new Mismatch(
                    "TAP-4.1-22", "this reader's certificate under the opener's certificate key", message.toHex());
        }
    }

    private static void who(ReaderBench bench) throws IOException {
        try (ReaderTap tap = bench.open();
                PhoneEnd phone = tap.phone(bench.holder())) {
            askWho(tap, phone);
        }
    }

    private static void whoTwice(ReaderBench bench) throws IOException {
        try (ReaderTap tap = bench.open();
                PhoneEnd phone = tap.phone(bench.holder())) {
            askWho(tap, phone);
            tap.send(MessageKind.WHO.octet());
            tap.expectRefused("TAP-6.1-12");
        }
    }

    private static void whoThenCold(ReaderBench bench) throws IOException {
        Holder holder = bench.holder();
        try (ReaderTap tap = bench.open();
                PhoneEnd phone = tap.phone(holder)) {
            askWho(tap, phone);
            tap.send(phone.whole(holder.credential(), PhoneEnd.GESTURE));
            tap.expectGranted("TAP-6.1-2", phone.session());
        }
    }

    private static void segments(ReaderBench bench) throws IOException {
        Holder holder = bench.holder();
        String number = bench.framing("TAP-10-2", "BLE-5-1");
        try (ReaderTap tap = bench.open();
                PhoneEnd phone = tap.phone(holder)) {
            Bytes cold = FramedSocket.frame(phone.whole(holder.credential(), PhoneEnd.GESTURE));
            bench.coldSent();
            tap.sendOctets(Bytes.concat(FramedSocket.frame(MessageKind.WHO.octet()), cold));
            tap.expect(number, MessageKind.CERTIFICATE, Lengths.CERTIFICATE_MESSAGE);
            tap.expectGranted(number, phone.session());
        }
        try (ReaderTap tap = bench.open();
                PhoneEnd phone = tap.phone(holder)) {
            Bytes cold = FramedSocket.frame(phone.whole(holder.credential(), PhoneEnd.GESTURE));
            bench.coldSent();
            for (Bytes piece : pieces(cold, bench.transport() == Transport.BLE_L2CAP)) {
                tap.sendOctets(piece);
            }
            tap.expectGranted(number, phone.session());
        }
    }

    /** Octet by octet; over a radio, where each piece waits for a credit and the answer is due in 2 s, five pieces, one cut in the length. */
    private static List<Bytes> pieces(Bytes framed, boolean overRadio) {
        int[] ends = overRadio
                ? new int[] {1, 2, 3, 40, framed.size()}
                : IntStream.rangeClosed(1, framed.size()).toArray();
        List<Bytes> pieces = new ArrayList<>();
        int from = 0;
        for (int end : ends) {
            pieces.add(framed.slice(from, end));
            from = end;
        }
        return pieces;
    }
}
