package io.lintel.protocol.revocation;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.Sha256;
import io.lintel.protocol.proto.RevocationListBody;
import io.lintel.protocol.revocation.ListDeltaException.Code;
import io.lintel.protocol.serials.CodedSerials;
import io.lintel.protocol.serials.SerialCoding;
import io.lintel.protocol.serials.SerialSet;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The difference between a signed revocation list and a later one ({@code spec/revocation.md}, "Deltas"). It holds all of
 * the later list but its serials, with its signature, and of the serials those that come and go. Applied to the earlier
 * list it gives the later one, octet for octet; whoever applies it verifies that list as if it had come whole.
 *
 * <p>It is not signed itself, and proves nothing. Immutable.
 */
public final class ListDelta {
    /** The most octets of a delta; a list that differs by more is sent whole. */
    public static final int MAX_SIZE_BYTES = 1 << 14;

    private static final int HASH_SIZE_BYTES = 32;
    private static final int SIGNATURE_SIZE_BYTES = 64;

    private final io.lintel.protocol.proto.ListDelta form;
    private final CodedSerials added;
    private final CodedSerials removed;

    private ListDelta(io.lintel.protocol.proto.ListDelta form) {
        long base = Integer.toUnsignedLong(form.getList().getBaseSerial());
        this.form = form;
        this.added = read(base, form.getAddedCoding(), form.getAdded());
        this.removed = read(base, form.getRemovedCoding(), form.getRemoved());
    }

    /**
     * Returns the difference between two lists of one project.
     *
     * @throws IllegalArgumentException where it takes more than {@link #MAX_SIZE_BYTES}
     */
    public static ListDelta between(Signed<RevocationList> base, Signed<RevocationList> result) {
        return within(MAX_SIZE_BYTES, base, result)
                .orElseThrow(
                        () -> new IllegalArgumentException("the delta takes more than " + MAX_SIZE_BYTES + " octets"));
    }

    /** Returns the difference between two lists of one project, or nothing where it takes more octets than allowed. */
    public static Optional<ListDelta> within(
            int maxSizeBytes, Signed<RevocationList> base, Signed<RevocationList> result) {
        return of(maxSizeBytes, base.fingerprint(), base.value().revoked().toSet(), result);
    }

    /**
     * Returns the difference between the list that this applies to and one that is later than what it gives, so that nobody
     * needs the first list for that.
     *
     * @param middle the list that this gives
     * @return nothing where it takes more octets than allowed, or the base serial fell
     * @throws IllegalArgumentException if this gives another list
     */
    public Optional<ListDelta> then(int maxSizeBytes, Signed<RevocationList> middle, Signed<RevocationList> result) {
        if (!middle.fingerprint().equals(result())) {
            throw new IllegalArgumentException("the delta gives another list");
        }
        if (result.value().baseSerial() < added.base()) {
            return Optional.empty();
        }
        SerialSet first = middle.value().revoked().toSet().minus(added.toSet()).union(removed.toSet());
        return of(maxSizeBytes, base(), first, result);
    }

    private static Optional<ListDelta> of(
            int maxSizeBytes, Bytes base, SerialSet revoked, Signed<RevocationList> result) {
        long baseSerial = result.value().baseSerial();
        SerialSet before = revoked.from(baseSerial);
        SerialSet after = result.value().revoked().toSet();
        CodedSerials added;
        CodedSerials removed;
        try {
            added = CodedSerials.of(baseSerial, after.minus(before));
            removed = CodedSerials.of(baseSerial, before.minus(after));
        } catch (IllegalArgumentException e) {
            // More serials than any coding has room for.
            return Optional.empty();
        }
        Bytes body = result.bytes().slice(0, result.bytes().size() - SIGNATURE_SIZE_BYTES);
        Bytes signature = result.bytes().slice(body.size(), result.bytes().size());
        io.lintel.protocol.proto.ListDelta form = io.lintel.protocol.proto.ListDelta.newBuilder()
                .setBase(octets(base))
                .setResult(octets(result.fingerprint()))
                .setList(bodyOf(body).toBuilder().clearCoding().clearSerials())
                .setAddedCoding(added.coding().code())
                .setAdded(octets(added.octets()))
                .setRemovedCoding(removed.coding().code())
                .setRemoved(octets(removed.octets()))
                .setSignature(octets(signature))
                .build();
        return form.getSerializedSize() > Math.min(maxSizeBytes, MAX_SIZE_BYTES)
                ? Optional.empty()
                : Optional.of(new ListDelta(form));
    }

    /**
     * Takes a delta off the wire.
     *
     * @throws ListDeltaException with {@link Code#MALFORMED}
     */
    public static ListDelta parse(Bytes octets) {
        try {
            require(octets.size() <= MAX_SIZE_BYTES);
            io.lintel.protocol.proto.ListDelta form =
                    io.lintel.protocol.proto.ListDelta.parseFrom(octets.toByteArray());
            require(octets.equals(Bytes.copyOf(known(form).toByteArray())));
            require(form.getBase().size() == HASH_SIZE_BYTES && form.getResult().size() == HASH_SIZE_BYTES);
            require(form.getSignature().size() == SIGNATURE_SIZE_BYTES);
            require(form.getList().getCoding() == 0
                    && form.getList().getSerials().isEmpty());
            return new ListDelta(form);
        } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
            throw new ListDeltaException(Code.MALFORMED, "malformed delta of a revocation list");
        }
    }

    /** Returns the SHA-256 of the signed list that this applies to, 32 octets. */
    public Bytes base() {
        return octets(form.getBase());
    }

    /** Returns the SHA-256 of the signed list that this gives, 32 octets. */
    public Bytes result() {
        return octets(form.getResult());
    }

    /** Returns the serials that come. */
    public CodedSerials added() {
        return added;
    }

    /** Returns the serials that go, of those that the later list could name. */
    public CodedSerials removed() {
        return removed;
    }

    /** Returns the octets on the wire. */
    public Bytes bytes() {
        return Bytes.copyOf(form.toByteArray());
    }

    /**
     * Makes the later list of the earlier one. Nothing about it is known before a {@link
     * io.lintel.protocol.statement.ProjectTrust} has verified it.
     *
     * @throws ListDeltaException with {@link Code#OTHER_BASE} or {@link Code#WRONG_RESULT}
     */
    public Bytes applyTo(Signed<RevocationList> list) {
        if (!list.fingerprint().equals(base())) {
            throw new ListDeltaException(Code.OTHER_BASE, "the delta applies to another revocation list");
        }
        Bytes result = later(list.value().revoked().toSet());
        if (result == null || !Sha256.digest(result).equals(result())) {
            throw new ListDeltaException(Code.WRONG_RESULT, "the delta does not give the list that it promises");
        }
        return result;
    }

    private @Nullable Bytes later(SerialSet earlier) {
        SerialSet before = earlier.from(added.base());
        SerialSet comes = added.toSet();
        SerialSet goes = removed.toSet();
        if (goes.minus(before).size() > 0 || comes.minus(before).size() < comes.size()) {
            return null;
        }
        SerialSet serials = before.minus(goes).union(comes);
        try {
            CodedSerials coded = CodedSerials.of(added.base(), serials);
            byte[] body = form.getList().toBuilder()
                    .setCoding(coded.coding().code())
                    .setSerials(octets(coded.octets()))
                    .build()
                    .toByteArray();
            return Bytes.concat(Bytes.copyOf(body), octets(form.getSignature()));
        } catch (IllegalArgumentException e) {
            // More serials than a list has room for.
            return null;
        }
    }

    private static RevocationListBody bodyOf(Bytes body) {
        try {
            return RevocationListBody.parseFrom(body.toByteArray());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a verified list cannot be read again", e);
        }
    }

    /** Returns the same without what this version does not know, which the generated class would write again. */
    private static io.lintel.protocol.proto.ListDelta known(io.lintel.protocol.proto.ListDelta form) {
        return io.lintel.protocol.proto.ListDelta.newBuilder()
                .setBase(form.getBase())
                .setResult(form.getResult())
                .setList(form.getList())
                .setAddedCoding(form.getAddedCoding())
                .setAdded(form.getAdded())
                .setRemovedCoding(form.getRemovedCoding())
                .setRemoved(form.getRemoved())
                .setSignature(form.getSignature())
                .build();
    }

    /** A signer writes a set in one way, so that a delta has one form, too. */
    private static CodedSerials read(long base, int coding, ByteString octets) {
        CodedSerials read = CodedSerials.read(
                base,
                SerialCoding.ofCode(coding).orElseThrow(() -> new IllegalArgumentException("unknown coding")),
                octets(octets));
        CodedSerials written = CodedSerials.of(base, read.toSet());
        require(written.coding() == read.coding() && written.octets().equals(read.octets()));
        return read;
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("malformed");
        }
    }

    private static ByteString octets(Bytes value) {
        return ByteString.copyFrom(value.toByteArray());
    }

    private static Bytes octets(ByteString value) {
        return Bytes.copyOf(value.toByteArray());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ListDelta delta && form.equals(delta.form);
    }

    @Override
    public int hashCode() {
        return form.hashCode();
    }

    @Override
    public String toString() {
        return "ListDelta[" + added.size() + " come, " + removed.size() + " go]";
    }
}
