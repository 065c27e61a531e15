// What a phone knows: its credentials, and what it has verified of each project (spec/protocol.md 9, Phone).

import { authentic } from './failure.js';
import { readerFingerprint } from './statements.js';
import { Ratchets } from './ratchets.js';
import { Answered } from './answered.js';

const MOST_CANDIDATES = 8;

export class Wallet {
  #sites = new Map(); // project id -> {project, list, certificates by fingerprint}
  #credentials = [];
  #store;

  /** @param store see ratchets.js; and keep(wallet), which has certificates on the medium or throws */
  constructor(store) {
    this.#store = store;
    this.ratchets = new Ratchets(store);
    this.answered = new Answered();
  }

  /** Puts a verified grant into the wallet: activation.js. */
  add({ project, credential, holder, projectKeys, certificates, list }) {
    const id = project.id.toString('hex');
    const site = this.#sites.get(id) ?? { project, list: null, certificates: new Map() };
    this.#sites.set(id, site);
    if (list !== null && (site.list === null || list.listEpoch > site.list.listEpoch)) site.list = list;
    if (site.list !== null) site.project.raiseMinimumIssuingEpoch(site.list.minimumIssuingEpoch);
    for (const certificate of certificates) this.#know(site, certificate);
    this.#credentials.push({ site, credential, holder, projectKeys });
  }

  /** One certificate for each key of a reader, the newest. */
  #know(site, certificate) {
    const key = certificate.dhKey.toString('hex');
    const known = site.certificates.get(key);
    if (known === undefined || certificate.issued >= known.issued) site.certificates.set(key, certificate);
  }

  /** The credential for a project tag; of several, the one issued last (4.1). */
  credentialFor(tag) {
    return this.#credentials
      .filter(({ site, credential }) => site.project.tag.equals(tag) && site.project.honours(credential.issuingEpoch))
      .reduce((last, each) => (last === null || each.credential.issued >= last.credential.issued ? each : last), null);
  }

  /** Certificates that may be the reader's of this tag, newest first (4.1). */
  candidates(site, readerTag, now) {
    return [...site.certificates.values()]
      .filter(each => readerFingerprint(each.dhKey).subarray(0, 4).equals(readerTag) && this.#isGood(site, each, now))
      .sort((a, b) => b.issued - a.issued)
      .slice(0, MOST_CANDIDATES);
  }

  #isGood(site, certificate, now) {
    const revoked = site.list?.revokedReaderKeys ?? [];
    const fingerprint = readerFingerprint(certificate.dhKey);
    return (
      site.project.stillCounts(certificate, now) &&
      now < certificate.expires &&
      !revoked.some(each => each.equals(fingerprint))
    );
  }

  /** A certificate that came over the air is verified as any other. There is no trust on first use. */
  verify(site, signed, now) {
    const certificate = site.project.verifyOrNotAuthentic('reader-certificate', signed, now);
    authentic(this.#isGood(site, certificate, now));
    return certificate;
  }

  keep(site, certificate) {
    this.#know(site, certificate);
    try {
      this.#store.keepCertificate(site.project.id, certificate.signed);
    } catch {
      // The tap goes on (6.2); the phone asks again next time.
    }
  }
}
