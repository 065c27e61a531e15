package io.lintel.sdk.command.reader;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.reader.ReaderContent;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.EnrolledReader;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.SignedCredential;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The credentials that a reader is given: those on phones that open it. */
final class Directories {

    private static final int PAGE = 500;

    private static final Set<CredentialState> ON_A_PHONE = EnumSet.of(CredentialState.REDEEMED, CredentialState.ACTIVE);

    private Directories() {}

    /** All of them, or none where they are too many: a reader with a directory makes every phone refer to it. */
    static List<Bytes> of(CommandContext context, EnrolledReader reader) {
        List<Bytes> statements = new ArrayList<>();
        long after = 0;
        List<IssuedCredential> page;
        do {
            page = context.unit().credentials().list(reader.customer(), after, PAGE);
            for (IssuedCredential credential : page) {
                after = credential.serial();
                if (opens(credential, reader)) {
                    newest(context, reader.customer(), credential.serial(), statements);
                }
            }
        } while (page.size() == PAGE && statements.size() <= ReaderContent.MAX_DIRECTORY);
        return statements.size() <= ReaderContent.MAX_DIRECTORY ? statements : List.of();
    }

    private static boolean opens(IssuedCredential credential, EnrolledReader reader) {
        return ON_A_PHONE.contains(credential.state())
                && credential.terms().technology() == reader.technology()
                && !Collections.disjoint(credential.terms().groups(), reader.groups());
    }

    private static void newest(CommandContext context, CustomerId customer, long serial, List<Bytes> statements) {
        context.unit()
                .credentials()
                .newestStatement(customer, serial)
                .filter(newest -> newest.leaseEnd().isAfter(context.now()))
                .map(SignedCredential::statement)
                .ifPresent(statements::add);
    }
}
