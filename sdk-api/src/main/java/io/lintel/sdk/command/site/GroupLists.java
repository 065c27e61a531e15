package io.lintel.sdk.command.site;

import io.lintel.protocol.serials.CodedSerials;
import io.lintel.protocol.serials.SerialSet;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.SignedReach;
import io.lintel.sdk.site.ListScope;
import io.lintel.sdk.store.UnitOfWork;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The lists of single groups, at a site that wants them. */
final class GroupLists {

    /** Each costs two signatures with each publication; the readers of further groups take the list for all. */
    static final int MAX = 256;

    private GroupLists() {}

    /** What the list for all groups leaves for each group: the serials that no reader of it has to know are not there. */
    static Stream<RevocationList> of(
            CommandContext context, RevocationList all, List<Long> revoked, SerialSet forgotten, CustomerId customer) {
        UnitOfWork unit = context.unit();
        List<Integer> groups = groups(unit, customer);
        if (groups.isEmpty()) {
            return Stream.empty();
        }
        Map<Long, Set<Integer>> signed = unit.revocations().revokedGroups(customer, all.baseSerial());
        return groups.stream().map(group -> list(all, group, revoked, forgotten, signed));
    }

    private static List<Integer> groups(UnitOfWork unit, CustomerId customer) {
        if (unit.revocationLists().scope(customer) == ListScope.SITE) {
            return List.of();
        }
        return unit.enforcement().certified(customer).stream()
                .filter(reader -> !reader.removed())
                .flatMapToInt(reader -> reader.onlyGroup().stream())
                .sorted()
                .distinct()
                .limit(MAX)
                .boxed()
                .toList();
    }

    private static RevocationList list(
            RevocationList all, int group, List<Long> revoked, SerialSet forgotten, Map<Long, Set<Integer>> signed) {
        // What nobody knows the groups of stays on every list.
        List<Long> ofGroup = revoked.stream()
                .filter(serial -> {
                    Set<Integer> groups = signed.get(serial);
                    return groups == null
                            || !SignedReach.among(Set.of(group), groups).isEmpty();
                })
                .toList();
        return new RevocationList(
                all.project(),
                all.issuingEpoch(),
                all.listEpoch(),
                all.minimumKeyEpoch(),
                all.minimumIssuingEpoch(),
                all.issued(),
                all.expires(),
                all.revokedReaderKeys(),
                CodedSerials.of(all.baseSerial(), SerialSet.of(ofGroup).union(forgotten)),
                group);
    }
}
