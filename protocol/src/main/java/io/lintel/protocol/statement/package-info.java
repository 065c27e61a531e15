/**
 * What a project's keys have signed, and who may believe it: {@link io.lintel.protocol.statement.ProjectTrust} first.
 *
 * <p>A project has one offline root. It signs issuing keys, one for each purpose and issuing epoch; those sign reader
 * certificates, credentials and revocation lists:
 *
 * <pre>
 * ProjectRoot -> IssuingKey CREDENTIAL -> Credential
 *             -> IssuingKey READER     -> ReaderCertificate
 *             -> IssuingKey LIST       -> RevocationList
 * </pre>
 *
 * <p>{@link io.lintel.protocol.statement.StatementSigner} makes statements, {@code ProjectTrust} verifies them; both hand
 * out {@link io.lintel.protocol.statement.Signed}, which nobody else can make, so a {@code Signed} value is authentic.
 * Every statement has exactly one encoding, and a verifier accepts only the kind that it asked for.
 *
 * <p>This package reads no clock: whoever verifies passes the time. It judges whether a statement is authentic, not
 * whether a credential opens a door: validity, lease, groups and revocation are the reader's policy. Source of the rules:
 * {@code spec/protocol.md}, "Statements".
 */
@NullMarked
package io.lintel.protocol.statement;

import org.jspecify.annotations.NullMarked;
