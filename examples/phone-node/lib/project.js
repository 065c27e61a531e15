// One project, as somebody sees it who has pinned its root: whom to believe, and until when (spec/protocol.md 11, Verifying).

import { authentic, Failure, notAuthentic } from './failure.js';
import { isSignedBy, projectIdOf, purposeOf, read } from './statements.js';
import { suiteOf } from './suites.js';

const MOST_ISSUING_KEYS = 64;

export class Project {
  #issuingKeys = new Map();
  #minimumIssuingEpoch = 1;

  /** @param {Buffer} root signed, from a trusted hand: here the manager whose key the activation link named */
  constructor(root, issuingKeys = []) {
    const statement = read('root', root);
    this.suite = suiteOf(statement.suite);
    this.id = projectIdOf(statement);
    this.tag = this.id.subarray(0, 4);
    this.#keyOfSuite(statement.rootKey);
    authentic(isSignedBy(this.suite, statement.rootKey, statement));
    for (const signed of issuingKeys) this.#addIssuingKey(read('issuing-key', signed), statement.rootKey);
  }

  #keyOfSuite(key) {
    authentic(key.length === this.suite.keyLength && this.suite.isSigningKey(key));
  }

  #addIssuingKey(statement, rootKey) {
    authentic(statement.project.equals(this.id));
    this.#keyOfSuite(statement.key);
    authentic(isSignedBy(this.suite, rootKey, statement));
    const name = `${statement.purpose} ${statement.epoch}`;
    const earlier = this.#issuingKeys.get(name);
    authentic(earlier === undefined || earlier.key.equals(statement.key)); // one key for each purpose and epoch
    if (earlier === undefined || statement.issued > earlier.issued) this.#issuingKeys.set(name, statement);
    authentic(this.#issuingKeys.size <= MOST_ISSUING_KEYS);
  }

  /** A minimum never falls. */
  raiseMinimumIssuingEpoch(epoch) {
    this.#minimumIssuingEpoch = Math.max(this.#minimumIssuingEpoch, epoch);
  }

  /** Whether no list that is known has given an issuing epoch up. */
  honours(issuingEpoch) {
    return issuingEpoch >= this.#minimumIssuingEpoch;
  }

  /** Whether the key that signed a verified statement still counts: steps 3 and 4, which every use repeats. */
  stillCounts(statement, now) {
    const key = this.#issuingKeys.get(`${purposeOf(statement.kind)} ${statement.issuingEpoch}`);
    return (
      statement.project.equals(this.id) &&
      key !== undefined &&
      this.honours(statement.issuingEpoch) &&
      now < key.expires &&
      statement.issued >= key.issued &&
      statement.issued < key.expires
    );
  }

  /**
   * The fields of a signed statement, or a failure: malformed, or not authentic.
   * @param {number} now seconds since 1970
   */
  verify(kind, signed, now) {
    const statement = read(kind, signed);
    authentic(this.stillCounts(statement, now));
    const signer = this.#issuingKeys.get(`${purposeOf(kind)} ${statement.issuingEpoch}`).key;
    for (const name of ['holderKey', 'dhKey', 'signingKey'])
      authentic(!(name in statement) || statement[name].length === this.suite.keyLength);
    authentic(isSignedBy(this.suite, signer, statement));
    return statement;
  }

  /** The same where nobody is told whether the octets or the signature were wrong. */
  verifyOrNotAuthentic(kind, signed, now) {
    try {
      return this.verify(kind, signed, now);
    } catch (failure) {
      if (failure instanceof Failure) throw notAuthentic();
      throw failure;
    }
  }
}
