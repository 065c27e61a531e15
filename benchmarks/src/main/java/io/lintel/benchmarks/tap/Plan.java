package io.lintel.benchmarks.tap;

import io.lintel.benchmarks.floor.Call;
import io.lintel.benchmarks.floor.Call.Primitive;
import io.lintel.crypto.Suite;
import io.lintel.protocol.tap.TapPath;
import java.util.ArrayList;
import java.util.List;

/**
 * The primitives that the protocol asks for in each part of a tap, written down from {@code spec/protocol.md} 4 and 5 and Noise
 * rev. 34, section 5. The floor makes these calls; a test counts those of real taps and demands that they be the same ones, of
 * the same lengths.
 */
public final class Plan {
    private static final int SECRET = 32;
    private static final int TAG = 16;
    private static final int HEADER = 29;
    private static final int OPENER_PAYLOAD = 9;
    private static final int REFERENCE_PAYLOAD = 23;
    private static final int ANSWER = 4;
    private static final int INTENT = 2;
    private static final int KIND = 1;
    private static final int HINT = 8;
    private static final int ATTEMPTS = 4;

    /** The holder's, and an ephemeral one of each side. */
    private static final int ACTIVATION_PAIRS = 3;

    /** Each side's ephemeral one, and the holder's. */
    private static final int ACTIVATION_POINTS = 3;

    /** {@code es}, {@code ee} and that of the proof, on each side. */
    private static final int ACTIVATION_AGREEMENTS = 6;

    /** About what a signed statement has; a hash of that much costs next to nothing beside a signature. */
    private static final int STATEMENT = 128;

    /** {@code "lintel/1/tap" 00 "ble-gatt" 00}, which stands before what is hashed with the name of the transport. */
    private static final int CONTEXT = 22;

    private final Suite suite;
    private final int key;
    private final List<Call> calls = new ArrayList<>();

    private Plan(Suite suite) {
        this.suite = suite;
        this.key = suite.dhKeySize();
    }

    /** Returns the calls of one part of a tap of a credential that the reader knows, at a reader that the phone knows. */
    public static List<Call> of(Suite suite, TapPath path, Segment segment) {
        Plan plan = new Plan(suite);
        switch (segment) {
            case OPEN -> plan.open(path);
            case ANSWER -> plan.answer(path);
            case DECIDE -> plan.decide(path);
            case FINISH -> plan.finish(path);
        }
        return List.copyOf(plan.calls);
    }

    /** Returns the check of a statement's signature, over as many octets with its kind in front. */
    public static List<Call> signed(int octets) {
        return List.of(Call.of(Primitive.VERIFICATION, octets));
    }

    /**
     * Returns the calls of an activation (section 12) on key pairs and signatures: Noise NK and the proof of possession, one
     * credential signed, and what the phone checks. Hashes and ciphers of a few hundred octets are left out, as their time is.
     *
     * @param issuingKeys those of the project
     */
    public static List<Call> activation(int issuingKeys) {
        Plan plan = new Plan(Suite.X25519);
        for (int pair = 0; pair < ACTIVATION_PAIRS; pair++) {
            plan.add(Primitive.KEY_PAIR);
        }
        for (int point = 0; point < ACTIVATION_POINTS; point++) {
            plan.add(Primitive.POINT);
        }
        for (int agreement = 0; agreement < ACTIVATION_AGREEMENTS; agreement++) {
            plan.add(Primitive.AGREEMENT);
        }
        plan.add(Primitive.SIGNATURE, STATEMENT);
        for (int signed = 0; signed < 1 + issuingKeys + 1; signed++) {
            plan.add(Primitive.VERIFICATION, STATEMENT);
        }
        return List.copyOf(plan.calls);
    }

    /** Section 4.2. A fast tap gives the ephemeral key back, so that only cold ones pay for it. */
    private void open(TapPath path) {
        if (path == TapPath.COLD) {
            add(Primitive.KEY_PAIR);
        }
        opener(Primitive.SEAL);
    }

    private void opener(Primitive payload) {
        hmac(SECRET); // the opener's keys, extracted from the project key
        expand("psk");
        add(Primitive.HASH, SECRET + CONTEXT + HEADER);
        add(Primitive.HASH, SECRET + key);
        extract(SECRET); // Noise's psk token
        outputs(2); // the third, a key, is replaced before anything is sealed
        add(Primitive.HASH, SECRET + SECRET);
        ephemeral();
        outputs(2);
        add(new Call(payload, SECRET, OPENER_PAYLOAD));
    }

    private void answer(TapPath path) {
        // The reader's ephemeral key; its static one was parsed when its certificate came. Points of suite 2 are
        // checked as they come; those of suite 1 are octets until something is agreed with them.
        if (path == TapPath.COLD || suite == Suite.P256) {
            add(Primitive.POINT);
        }
        opener(Primitive.OPEN);
        if (path == TapPath.FAST) {
            expand("hint", 1);
            fastKey(Primitive.SEAL);
            return;
        }
        add(Primitive.KEY_PAIR);
        cold(Primitive.SEAL);
        gate();
        export();
    }

    private void decide(TapPath path) {
        if (path == TapPath.FAST) {
            fastKey(Primitive.OPEN);
            expand("step");
        } else {
            gate();
            add(Primitive.POINT);
            cold(Primitive.OPEN);
            add(Primitive.POINT);
            export();
            expand("resumption");
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            add(Primitive.HMAC_IN_PLACE, block("hint", 1));
        }
        expand("answer");
        add(new Call(Primitive.SEAL, KIND, ANSWER));
    }

    private void finish(TapPath path) {
        expand("answer");
        add(new Call(Primitive.OPEN, KIND, ANSWER));
        expand(path == TapPath.FAST ? "step" : "resumption");
    }

    /** Noise message 2: {@code e, ee, se, s, es} and a reference. */
    private void cold(Primitive sealed) {
        add(Primitive.HASH, SECRET + OPENER_PAYLOAD + TAG); // the opener's end, which a fast tap has no use for
        ephemeral();
        outputs(1);
        agreement();
        outputs(1);
        agreement();
        outputs(2);
        payload(sealed, key);
        agreement();
        outputs(2);
        payload(sealed, REFERENCE_PAYLOAD);
    }

    /** Section 4.3. */
    private void gate() {
        expand("gate");
        hmac(HEADER + key + OPENER_PAYLOAD + TAG + key);
    }

    /** The tap's secret, section 5.1. */
    private void export() {
        hmac("lintel/1/cold".length() + 1 + SECRET + 1);
    }

    /** Section 5.3. */
    private void fastKey(Primitive sealed) {
        add(Primitive.HASH, CONTEXT + HEADER + key + OPENER_PAYLOAD + TAG);
        expand("fast", 1 + SECRET);
        expand("tap");
        add(new Call(sealed, KIND + HINT, INTENT));
    }

    private void ephemeral() {
        add(Primitive.HASH, SECRET + key);
        extract(key);
    }

    private void agreement() {
        add(Primitive.AGREEMENT);
        extract(SECRET);
    }

    /** Noise's HKDF begins: what the outputs are derived under. */
    private void extract(int octets) {
        add(Primitive.HMAC_IN_PLACE, octets);
    }

    /**
     * The outputs of Noise's HKDF behind its extraction: the chaining key replaces the one before, and a cipher's key comes last, and only
     * where something is sealed under it.
     */
    private void outputs(int count) {
        add(Primitive.HMAC_IN_PLACE, 1);
        for (int output = 1; output < count; output++) {
            hmac(SECRET + 1);
        }
    }

    private void payload(Primitive sealed, int octets) {
        add(new Call(sealed, SECRET, octets));
        add(Primitive.HASH, SECRET + octets + TAG);
    }

    /** One block of HKDF-Expand under {@code lintel/1/label} and a zero. */
    private void expand(String label) {
        expand(label, 0);
    }

    private void expand(String label, int more) {
        hmac(block(label, more));
    }

    /** What is authenticated for it: the label with its zero octet, more of the context, and the block's number. */
    private static int block(String label, int more) {
        return "lintel/1/".length() + label.length() + 1 + more + 1;
    }

    private void hmac(int octets) {
        add(Primitive.HMAC, octets);
    }

    private void add(Primitive primitive) {
        calls.add(Call.of(primitive));
    }

    private void add(Primitive primitive, int octets) {
        calls.add(Call.of(primitive, octets));
    }

    private void add(Call call) {
        calls.add(call);
    }
}
