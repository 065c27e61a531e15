// What a phone keeps, as files in one directory (spec/protocol.md 9, Phone):
//
//   grant.json             what the manager granted, and readers' certificates: may be in backups
//   device/holder.json     the holder key, and the activation that it was made for
//   device/check-in.json   the check-in under way
//   device/ratchet-*.json  one ratchet: for one credential at one reader
//   device/lock            there while a process uses the wallet
//
// `device` MUST stay out of backups: a restored ratchet would use attempts again. On a phone these files live in the
// platform's key store and in storage that it does not back up.

import {
  closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { hex, unhex } from './octets.js';

/** Octets as {"hex": "..."}; JSON has no other word for them. */
const toJson = value =>
  JSON.stringify(value, function replacer(key, encoded) {
    const original = this[key]; // JSON has called the buffer's toJSON already
    return Buffer.isBuffer(original) ? { hex: hex(original) } : encoded;
  }, 1);

const fromJson = text => JSON.parse(text, (key, value) => (typeof value?.hex === 'string' ? unhex(value.hex) : value));

const sync = (path, flags, step = () => {}) => {
  const file = openSync(path, flags, 0o600);
  try {
    step(file);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};

/**
 * The old content or the new one is there, whenever the process or the machine dies; the new one once this returns. A single
 * write may take less than it was given without an error, as on a medium that is nearly full: writeFileSync writes all or throws.
 */
const writeDurably = (path, text) => {
  sync(`${path}.new`, 'w', file => writeFileSync(file, text));
  renameSync(`${path}.new`, path);
  sync(dirname(path), 'r');
};

export class FileStore {
  #directory;

  constructor(directory) {
    this.#directory = directory;
    mkdirSync(join(directory, 'device'), { recursive: true, mode: 0o700 });
    this.#lock();
  }

  /** Two processes over one wallet could both take the same attempt: the second one does not start. */
  #lock() {
    try {
      closeSync(openSync(this.#path('device/lock'), 'wx', 0o600));
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      throw new Error(`Another process uses this wallet. If none does, one died: remove ${this.#path('device/lock')}.`);
    }
  }

  close() {
    rmSync(this.#path('device/lock'));
  }

  #path(name) {
    return join(this.#directory, name);
  }

  #read(name) {
    const path = this.#path(name);
    return existsSync(path) ? fromJson(readFileSync(path, 'utf8')) : null;
  }

  #write(name, value) {
    writeDurably(this.#path(name), toJson(value));
  }

  // --- enrolment

  /** What the activation under way, or the one that is done, was made with: {codeHash, suiteId, managerKey, requestId, holder}; or null. */
  get holder() {
    return this.#read('device/holder.json');
  }

  set holder(request) {
    this.#write('device/holder.json', request);
  }

  get grant() {
    return this.#read('grant.json');
  }

  set grant(grant) {
    this.#write('grant.json', grant);
  }

  // --- check-in, see check-in-steps.js

  get checkIn() {
    return this.#read('device/check-in.json');
  }

  set checkIn(state) {
    this.#write('device/check-in.json', state);
  }

  /** Takes credential, project keys, list and ratchets off the medium; the holder key stays for one more check-in. */
  eraseCredential() {
    const ratchets = readdirSync(this.#path('device')).filter(name => name.startsWith('ratchet-'));
    for (const name of ['grant.json', ...ratchets.map(each => `device/${each}`)]) rmSync(this.#path(name), { force: true });
    sync(this.#path('device'), 'r');
    sync(this.#path('.'), 'r');
  }

  /** Takes off the rest. */
  forget() {
    for (const name of ['check-in.json', 'holder.json']) rmSync(this.#path(`device/${name}`), { force: true });
    sync(this.#path('device'), 'r');
  }

  keepCertificate(project, signed) {
    const { grant } = this;
    this.grant = { ...grant, certificates: [...grant.certificates, signed] };
  }

  // --- ratchets, see ratchets.js

  load(name) {
    return this.#read(`device/ratchet-${name}.json`)?.record ?? null;
  }

  save(name, record) {
    this.#write(`device/ratchet-${name}.json`, { record });
  }
}
