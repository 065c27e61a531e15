// What goes over the channel under the keys of a tap, behind its first message (spec/protocol.md 4.5, 4.6, 5.4).

import { concat, label, u8 } from './octets.js';
import { expand, open, seal } from './primitives.js';
import { wellFormed } from './failure.js';
import { ANSWER, CREDENTIAL, TRAFFIC } from './messages.js';

const MOST_MESSAGES = 4096;
const CLOSE = 0;
const FIRST_OPTIONAL = 16;

/** The names of section 4.7, in the order of their octets. */
const REASONS = [
  'not-yet-valid', 'expired', 'lease-ended', 'revoked', 'wrong-group', 'wrong-technology', 'person-not-verified',
  'trigger-not-allowed', 'too-slow', 'transport-not-allowed', 'epoch-too-old', 'list-stale', 'site-rule', 'no-clock',
];

const readAnswer = ([outcome, reason, resumption, zero]) => {
  wellFormed((outcome === 1 && reason === 0) || (outcome === 2 && reason >= 1 && reason <= REASONS.length));
  wellFormed(resumption <= 1 && zero === 0);
  return { granted: outcome === 1, reason: REASONS[reason - 1], keepsRatchet: resumption === 0 };
};

/** One direction: a key, and a counter that goes up with each message. */
class Direction {
  #key;
  #counter = 0;

  constructor(key) {
    this.#key = key;
  }

  get spent() {
    return this.#counter >= MOST_MESSAGES;
  }

  seal(kind, content) {
    return concat(u8(kind), seal(this.#key, this.#counter++, u8(kind), content));
  }

  open(message) {
    return open(this.#key, this.#counter++, message.subarray(0, 1), message.subarray(1));
  }
}

export class Session {
  #answerKey;
  #toPhone;
  #toReader;

  constructor(tapSecret) {
    this.#answerKey = expand(tapSecret, label('lintel/1/answer'));
    this.#toPhone = new Direction(expand(tapSecret, label('lintel/1/to-phone')));
    this.#toReader = new Direction(expand(tapSecret, label('lintel/1/to-reader')));
    this.rangingKey = expand(tapSecret, label('lintel/1/ranging'));
  }

  openAnswer(message) {
    return readAnswer(open(this.#answerKey, 0, u8(ANSWER), message.subarray(1)));
  }

  /** The reader asks for the whole credential, with no content; the answer is the credential, padded. */
  answerSendCredential(message, paddedCredential) {
    this.#toPhone.open(message);
    return this.#toReader.seal(CREDENTIAL, paddedCredential);
  }

  close() {
    return this.#toReader.spent ? null : this.#toReader.seal(TRAFFIC, u8(CLOSE));
  }

  /** Whether the session goes on behind this traffic; this phone carries nothing, so it knows no type but close. */
  goesOnBehind(message) {
    if (this.#toPhone.spent) return false;
    const [type] = this.#toPhone.open(message);
    wellFormed(type === CLOSE ? message.length === 18 : type >= FIRST_OPTIONAL);
    return type !== CLOSE;
  }
}
