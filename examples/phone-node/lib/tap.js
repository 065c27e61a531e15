// The phone's side of one tap: the states and events of spec/protocol.md 6.2, and nothing else. No socket, no clock and no
// randomness in here: whoever owns a tap tells it what happened and does the effects that it gives back, in their order:
//
//   {send: octets}     over the channel, as one message
//   {finished: ...}    {result: 'granted' | 'denied', path, reason} or {result: 'failed', error, outcome}; once
//   {end: 'closed'}    close the channel; once, the last

import { Failure, unexpected } from './failure.js';
import {
  ANSWER, CERTIFICATE, checkLength, kindOf, OPENER, REFUSED, SEND_CREDENTIAL, TRAFFIC, USE_COLD, WHO,
} from './messages.js';
import * as openers from './opener.js';
import { coldMessage, padCredential } from './cold.js';
import { fastMessage, firstSecret } from './fast.js';
import { Session } from './session.js';
import { readerFingerprint, reference } from './statements.js';
import { u8 } from './octets.js';

const OPENER_WAIT_MILLIS = 10_000;
const ANSWER_WAIT_MILLIS = 10_000;

const AUTOMATIC = 4;

/** The kinds that each state takes. AwaitingAnswer has three faces: behind a fast message, a reference, and a whole credential. */
const TAKES = {
  AwaitingOpener: [OPENER],
  AwaitingCertificate: [CERTIFICATE, REFUSED],
  AfterFast: [ANSWER, USE_COLD, REFUSED],
  AfterReference: [ANSWER, SEND_CREDENTIAL, REFUSED],
  AfterCredential: [ANSWER, REFUSED],
  Established: [TRAFFIC],
  Ended: [],
};

export class Tap {
  #wallet;
  #transport;
  #intent;
  #clock;
  #newEphemeral;
  #state = 'AwaitingOpener';
  #deadline;
  #header; // the opener's
  #held; // the credential for its project, and all that belongs to it
  #keys; // of the opener
  #read; // the opener, opened with
  #rs; // the reader's static key
  #name; // of the ratchet's record,
  #bond; // and what a ratchet is made for
  #attempt; // of a fast tap
  #path;
  #tapSecret;
  #session;

  /**
   * @param {Wallet} wallet
   * @param {object} what `transport`: "tcp", "ble-gatt" or "ble-l2cap"; `intent`: the two octets of section 4.4
   * @param {object} from `clock()`: milliseconds since 1970; `newEphemeral(suite)`: a fresh private key
   */
  constructor(wallet, { transport, intent }, { clock, newEphemeral }) {
    this.#wallet = wallet;
    this.#transport = transport;
    this.#intent = intent;
    this.#clock = clock;
    this.#newEphemeral = newEphemeral;
    this.#deadline = clock() + OPENER_WAIT_MILLIS;
  }

  /** When `expire` is due, in milliseconds since 1970. */
  get deadline() {
    return this.#deadline;
  }

  /** A whole message came. */
  receive(message) {
    if (this.#state === 'Ended') return [];
    if (this.#clock() >= this.#deadline) return this.expire();
    try {
      const kind = kindOf(message);
      if (!TAKES[this.#state].includes(kind)) throw unexpected();
      return this.#take(kind, message);
    } catch (failure) {
      return this.fail(failure);
    }
  }

  /** The deadline is over. */
  expire() {
    return this.fail(new Failure('timed-out'));
  }

  /** The channel closed. */
  disconnected() {
    return this.fail(new Failure('disconnected'));
  }

  /** The owner has no more use for the channel. */
  close() {
    if (this.#state !== 'Established') return this.disconnected();
    const traffic = this.#session.close();
    return [...(traffic ? [{ send: traffic }] : []), ...this.#end()];
  }

  #take(kind, message) {
    if (kind === OPENER) return this.#onOpener(message);
    checkLength(message);
    switch (kind) {
      case CERTIFICATE:
        return this.#onCertificate(message);
      case ANSWER:
        return this.#onAnswer(message);
      case USE_COLD:
        return this.#onUseCold();
      case SEND_CREDENTIAL:
        return this.#onSendCredential(message);
      case REFUSED:
        throw new Failure('refused');
      case TRAFFIC:
        return this.#session.goesOnBehind(message) ? [] : this.#end();
    }
  }

  // --- opener and certificate (4.1)

  #onOpener(message) {
    const header = openers.readHeader(message);
    const held = this.#wallet.credentialFor(header.projectTag);
    if (held === null) throw new Failure('unknown-project');
    const { project, list } = held.site;
    if (header.version !== openers.VERSION || header.suiteId !== project.suite.id) throw new Failure('wrong-suite');
    const projectKey = held.projectKeys.get(header.keyEpoch);
    if (projectKey === undefined || header.keyEpoch < (list?.minimumKeyEpoch ?? 1)) throw new Failure('unknown-key-epoch');
    openers.checkLength(project.suite, header);
    this.#header = header;
    this.#held = held;
    this.#keys = openers.openerKeys(header, projectKey);
    for (const { dhKey } of this.#wallet.candidates(held.site, header.readerTag, this.#seconds())) {
      const read = this.#tryReader(dhKey);
      if (read !== null) return this.#answer(read, dhKey);
    }
    this.#state = 'AwaitingCertificate';
    return [{ send: u8(WHO) }];
  }

  /** The opener as this reader's, or null: then the next one is to be tried. */
  #tryReader(rs) {
    try {
      return openers.readOpener(this.#header, this.#transport, this.#keys, rs);
    } catch (failure) {
      if (failure.code === 'not-authentic') return null;
      throw failure;
    }
  }

  #onCertificate(message) {
    const signed = openers.openCertificate(this.#keys, message);
    const certificate = this.#wallet.verify(this.#held.site, signed, this.#seconds());
    openers.checkReaderTag(this.#header, readerFingerprint(certificate.dhKey));
    const read = openers.readOpener(this.#header, this.#transport, this.#keys, certificate.dhKey);
    this.#wallet.keep(this.#held.site, certificate);
    return this.#answer(read, certificate.dhKey);
  }

  // --- fast and cold (4.3, 5.3)

  #answer(read, rs) {
    const reader = readerFingerprint(rs).toString('hex');
    const automatic = this.#intent[0] === AUTOMATIC;
    if (!this.#wallet.answered.mayAnswer(this.#header.nonce, reader, automatic, this.#clock()))
      throw new Failure('already-answered');
    this.#wallet.answered.note(this.#header.nonce, reader, automatic, this.#clock());
    this.#read = read;
    this.#rs = rs;
    this.#name = `${reader}-${this.#held.site.project.id.toString('hex')}-${this.#held.credential.serial}`;
    this.#bond = {
      reference: reference(this.#held.credential.signed),
      stateEpoch: read.stateEpoch,
      keyEpoch: this.#header.keyEpoch,
    };
    const { attempt, seen } = this.#wallet.ratchets.begin(this.#name, this.#bond);
    this.#attempt = attempt;
    return attempt === null ? this.#cold(seen) : this.#fast();
  }

  #fast() {
    this.#path = 'fast';
    const hash = openers.openerHash(this.#transport, this.#header);
    return this.#sent('AfterFast', fastMessage(this.#attempt, hash, this.#intent));
  }

  #cold(seen) {
    this.#path = 'cold';
    const { suite } = this.#held.site.project;
    const byReference = seen || this.#read.hasDirectory;
    return this.#sent(
      byReference ? 'AfterReference' : 'AfterCredential',
      coldMessage(
        { noise: this.#read.noise, er: this.#read.er, rs: this.#rs, opener: this.#header.opener, keys: this.#keys },
        {
          suite,
          holder: this.#held.holder,
          credential: this.#held.credential.signed,
          intent: this.#intent,
          byReference,
          ephemeral: this.#newEphemeral(suite),
        },
      ),
    );
  }

  #sent(state, { message, tapSecret }) {
    this.#state = state;
    this.#tapSecret = tapSecret;
    this.#session = new Session(tapSecret);
    this.#deadline = this.#clock() + ANSWER_WAIT_MILLIS;
    return [{ send: message }];
  }

  #onUseCold() {
    return this.#cold(true); // an attempt is of a ratchet, so the reader has seen the credential
  }

  #onSendCredential(message) {
    const answer = this.#session.answerSendCredential(message, padCredential(this.#held.credential.signed));
    this.#state = 'AfterCredential'; // asked for once
    return [{ send: answer }];
  }

  // --- answer (4.6, 5.2)

  #onAnswer(message) {
    const { granted, reason, keepsRatchet } = this.#session.openAnswer(message);
    this.#state = 'Established';
    try {
      this.#settle(keepsRatchet);
    } catch {
      // The outcome stands, and the next tap is cold (6.2).
    }
    return [{ finished: granted ? { result: 'granted', path: this.#path } : { result: 'denied', path: this.#path, reason } }];
  }

  #settle(keepsRatchet) {
    const { ratchets } = this.#wallet;
    if (this.#path === 'fast') ratchets.settle(this.#name, this.#attempt.secret, keepsRatchet);
    else ratchets.replace(this.#name, keepsRatchet ? { secret: firstSecret(this.#tapSecret), ...this.#bond } : null);
  }

  // --- the end

  /** The channel brought what is no message: the transport says what is wrong with it. */
  fail(failure) {
    if (!(failure instanceof Failure)) throw failure;
    const before = this.#state;
    if (before === 'Ended') return [];
    if (before === 'Established') return this.#end();
    const outcome = before.startsWith('After') ? 'unknown' : 'not-opened';
    return [{ finished: { result: 'failed', error: failure.code, outcome } }, ...this.#end()];
  }

  #end() {
    this.#state = 'Ended';
    // What a program in JavaScript can do about secrets that are of no more use: it lets go of them (9, Erasing).
    this.#keys = this.#read = this.#attempt = this.#tapSecret = this.#session = null;
    return [{ end: 'closed' }];
  }

  #seconds() {
    return Math.floor(this.#clock() / 1000);
  }
}
