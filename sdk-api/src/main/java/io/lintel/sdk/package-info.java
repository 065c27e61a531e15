/**
 * The manager: what an ACS vendor embeds to issue, charge, activate, revoke and audit credentials.
 *
 * <p>{@link io.lintel.sdk.Manager} is the one way in: a method per command, a request record in, a result record out. {@link
 * io.lintel.sdk.ManagerViews} lists what there is. The nouns are in {@code model}, the credit rules in {@code ledger},
 * policy in {@code profile}, and {@code store} is the port that a database implements.
 *
 * <pre>{@code
 * try (ManagerStore store = SqliteStore.openOrCreate(Path.of("site.db"))) {
 *     Manager manager = Manager.on(store);
 *     SecureRandom random = new SecureRandom();
 *
 *     SiteCreated site = manager.createSite(CommandId.random(random), CreateSite.of("Town hall", Suite.X25519));
 *     CustomerId customer = site.site().customer();
 *     PersonAdded person = manager.addPerson(
 *             CommandId.random(random), new AddPerson(customer, "Ada", "Byron", "ada@example.org"));
 *     CredentialIssued issued = manager.issueCredential(
 *             CommandId.random(random), IssueCredential.of(customer, person.person(), "Ada's phone"));
 *     String qrText = issued.activation().link("manager.example.org", 7400).text();
 *
 *     // In the server that the phone talks to: one request, one answer.
 *     Bytes answer = manager.redeem(requestFromPhone, addressOfPhone);
 *
 *     // For each door: the reader made its keys and this request itself.
 *     ReaderEnrolled reader = manager.enrollReader(
 *             CommandId.random(random), EnrollReader.of(customer, "Front door", requestFromReader));
 *
 *     manager.revokeCredential(CommandId.random(random), new RevokeCredential(customer, issued.serial()));
 * }
 * }</pre>
 *
 * <p>It does not send mail, serve HTTP or talk to readers: it takes and returns values and bytes.
 */
@NullMarked
package io.lintel.sdk;

import io.lintel.sdk.credential.CredentialIssued;
import io.lintel.sdk.credential.IssueCredential;
import io.lintel.sdk.credential.RevokeCredential;
import io.lintel.sdk.person.AddPerson;
import io.lintel.sdk.person.PersonAdded;
import io.lintel.sdk.reader.EnrollReader;
import io.lintel.sdk.reader.ReaderEnrolled;
import io.lintel.sdk.site.CreateSite;
import io.lintel.sdk.site.SiteCreated;

import org.jspecify.annotations.NullMarked;
