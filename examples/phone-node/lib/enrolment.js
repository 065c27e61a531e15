// What a phone believes of a grant (spec/protocol.md 12, What the phone does): everything is verified before anything is kept,
// and one statement that does not verify fails the whole grant.

import { authentic, Failure } from './failure.js';
import { Project } from './project.js';
import { read, readerFingerprint } from './statements.js';

const listOf = (project, signed, now, known) => {
  const list = project.verify('revocation-list', signed, known ? read('revocation-list', signed).issued : now);
  authentic(list.group === undefined); // one of a single group is for readers alone
  project.raiseMinimumIssuingEpoch(list.minimumIssuingEpoch);
  return list;
};

/** Certificates that may be used now. One that expired or was revoked is no attack; a new one that does not verify is. */
const certificatesOf = (project, grant, list, now, known) => {
  const revoked = new Set(list?.revokedReaderKeys?.map(key => key.toString('hex')));
  const good = [];
  for (const signed of grant.certificates) {
    try {
      const certificate = project.verify('reader-certificate', signed, now);
      const fingerprint = readerFingerprint(certificate.dhKey).toString('hex');
      if (now < certificate.expires && !revoked.has(fingerprint)) good.push(certificate);
    } catch (failure) {
      if (!known || !(failure instanceof Failure)) throw failure; // what was good once may be of a key that has expired
    }
  }
  return good;
};

export const MOST_PROJECT_KEYS = 4;

/** All of it was verified before: it comes from the phone's own store. */
export const STORED = { list: true, certificates: true };

/**
 * @param {object} grant as activation.js reads it, or as it was stored
 * @param {{suite, holder: Buffer}} of the link, and the private key that the phone made for this credential
 * @param {number} now seconds since 1970
 * @param {{list: boolean, certificates: boolean}} known what of it was verified before: a list then holds on when the key
 *        that signed it has expired, for forgetting whom it revokes would be worse
 * @returns what Wallet.add takes
 */
export const enrol = (grant, { suite, holder }, now, known = {}) => {
  const project = new Project(grant.root, grant.issuingKeys);
  authentic(project.suite === suite);
  const list = grant.list.length === 0 ? null : listOf(project, grant.list, now, known.list);
  const credential = project.verify('credential', grant.credential, now);
  authentic(credential.holderKey.equals(project.suite.publicKey(holder)));
  const certificates = certificatesOf(project, grant, list, now, known.certificates);
  const keys = [[grant.keyEpoch, grant.projectKey], ...(grant.laterKeys ?? [])]; // those of check-ins behind the first
  const projectKeys = new Map(keys.slice(-MOST_PROJECT_KEYS));
  return { project, credential, holder, projectKeys, certificates, list };
};
