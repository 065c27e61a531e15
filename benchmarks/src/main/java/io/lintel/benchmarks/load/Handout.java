package io.lintel.benchmarks.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.benchmarks.peer.TlsIdentity;
import io.lintel.benchmarks.peer.TlsParty;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.phone.Enrolment;
import io.lintel.protocol.tap.ProjectKey;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the server tells the phones' process, one line of JSON over a pipe: where it listens, and the phones with their keys. They
 * open no door but this server's, which ends with the run.
 *
 * @param suite the site's suite
 * @param ports where each kind of visit goes: echo, tap, TLS
 * @param began when the server began, in milliseconds since 1970: both processes go by a clock that begins there
 * @param phones what each phone's wallet keeps
 * @param tls the phones' side of TLS, one for all of them
 */
record Handout(Suite suite, Ports ports, long began, List<Enrolment> phones, TlsParty tls) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where the server listens. */
    record Ports(int echo, int tap, int tls) {
        int of(Visit visit) {
            return switch (visit) {
                case ECHO -> echo;
                case FAST, COLD -> tap;
                case TLS -> tls;
            };
        }
    }

    String line() throws GeneralSecurityException {
        ObjectNode line = JSON.createObjectNode();
        line.put("suite", suite.name()).put("began", began);
        line.putObject("ports")
                .put("echo", ports.echo())
                .put("tap", ports.tap())
                .put("tls", ports.tls());
        ArrayNode known = line.putArray("phones");
        phones.forEach(phone -> write(known.addObject(), phone));
        ObjectNode party = line.putObject("tls");
        party.put("key", hex(tls.own().key().getEncoded()));
        party.put("own", hex(tls.own().certificate().getEncoded()));
        party.put("known", hex(tls.known().getEncoded()));
        return line.toString();
    }

    private static void write(ObjectNode node, Enrolment phone) {
        node.put("root", phone.signedRoot().toHex())
                .put("credential", phone.signedCredential().toHex());
        node.put("holder", hex(phone.holderKey().copy()));
        ArrayNode keys = node.putArray("issuing");
        phone.issuingKeys().forEach(key -> keys.add(key.toHex()));
        ProjectKey project = phone.projectKeys().get(0);
        node.put("epoch", project.epoch()).put("project", hex(project.key().copy()));
    }

    static Handout parse(String line) throws JsonProcessingException, GeneralSecurityException {
        JsonNode node = JSON.readTree(line);
        JsonNode at = node.get("ports");
        Ports ports = new Ports(
                at.get("echo").asInt(), at.get("tap").asInt(), at.get("tls").asInt());
        List<Enrolment> phones = new ArrayList<>();
        for (JsonNode phone : node.get("phones")) {
            phones.add(phone(phone));
        }
        JsonNode party = node.get("tls");
        PrivateKey key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(octets(party, "key")));
        TlsIdentity own = new TlsIdentity(key, certificate(octets(party, "own")));
        return new Handout(
                Suite.valueOf(node.get("suite").asText()),
                ports,
                node.get("began").asLong(),
                phones,
                new TlsParty(own, certificate(octets(party, "known"))));
    }

    private static Enrolment phone(JsonNode node) {
        List<Bytes> issuing = new ArrayList<>();
        node.get("issuing").forEach(key -> issuing.add(Bytes.ofHex(key.asText())));
        ProjectKey project =
                new ProjectKey(node.get("epoch").asInt(), SecretBytes.takeOwnership(octets(node, "project")));
        return new Enrolment(
                "Office",
                Bytes.ofHex(node.get("root").asText()),
                issuing,
                Bytes.ofHex(node.get("credential").asText()),
                SecretBytes.takeOwnership(octets(node, "holder")),
                List.of(project),
                Optional.empty());
    }

    private static X509Certificate certificate(byte[] encoded) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
    }

    private static byte[] octets(JsonNode node, String name) {
        return Bytes.ofHex(node.get(name).asText()).toByteArray();
    }

    private static String hex(byte[] octets) {
        return Bytes.copyOf(octets).toHex();
    }
}
