/**
 * The manager: what an ACS vendor embeds to issue, charge, activate, revoke and audit credentials.
 *
 * <p>{@link io.lintel.sdk.Manager} is the one way in: a method per command, a request record in, a result record out. {@link
 * io.lintel.sdk.Manager} lists what there is. The nouns are in {@code model}, the credit rules in {@code ledger},
 * policy in {@code profile}, and {@code store} is the port that a database implements.
 *
 * <pre>{@code
 * try (ManagerStore store = SqliteStore.openOrCreate(Path.of("site.db"))) {
 *     Manager manager = Manager.on(store);
 *     SecureRandom random = new SecureRandom();
 *
 *     SiteCreated site = manager.sites().create(CommandId.random(random), CreateSite.of("Town hall", Suite.X25519));
 *     CustomerId customer = site.site().customer();
 *     PersonAdded person = manager.people().add(
 *             CommandId.random(random), new AddPerson(customer, "Ada", "Byron", "ada@example.org"));
 *     CredentialIssued issued = manager.credentials().issue(
 *             CommandId.random(random), IssueCredential.of(customer, person.person(), "Ada's phone"));
 *     String qrText = issued.activation().link("manager.example.org", 7400).text();
 *
 *     // In the server that the phone talks to: one request, one answer.
 *     Bytes answer = manager.phones().redeem(requestFromPhone, addressOfPhone);
 *
 *     // For each door: the reader made its keys and this request itself.
 *     ReaderEnrolled reader = manager.readers().enroll(
 *             CommandId.random(random), EnrollReader.of(customer, "Front door", requestFromReader));
 *
 *     manager.credentials().revoke(CommandId.random(random), new RevokeCredential(customer, issued.serial()));
 * }
 * }</pre>
 *
 * <p>It does not send mail, serve HTTP or talk to readers: it takes and returns values and bytes.
 */
@NullMarked
package io.lintel.sdk;

import org.jspecify.annotations.NullMarked;
