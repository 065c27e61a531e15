// The phone's side of the ratchet (spec/protocol.md 5.2). `store` keeps one record for each reader and credential:
// load(name) gives it or null; save(name, record) has it on the medium, or throws, before it returns. One process uses
// one store at a time (store.js holds a lock), and nothing here waits between a load and its save, so that each of
// these three is one step for parallel taps.
//
// A record is {secret, attempt, stateEpoch, keyEpoch, reference}, all octets but the numbers; null is an empty one.

import { ATTEMPTS, nextSecret } from './fast.js';

export class Ratchets {
  #store;

  constructor(store) {
    this.#store = store;
  }

  /** The record, or null where there is none or where it cannot be read. */
  #load(name) {
    try {
      return this.#store.load(name);
    } catch {
      return null;
    }
  }

  /**
   * How a tap begins: with an attempt that is durably used up and was never used before; or without one, so cold, and
   * then `seen` says whether the reader was given this very credential since it began with empty tables (4.4). A store
   * that fails makes the reader a stranger: that costs octets, and no attempt is used that may come back.
   */
  begin(name, { reference, stateEpoch, keyEpoch }) {
    const record = this.#load(name);
    if (record === null || !record.stateEpoch.equals(stateEpoch) || !record.reference.equals(reference))
      return { attempt: null, seen: false };
    if (record.attempt >= ATTEMPTS || record.keyEpoch !== keyEpoch) return { attempt: null, seen: true };
    try {
      this.#store.save(name, { ...record, attempt: record.attempt + 1 });
    } catch {
      return { attempt: null, seen: false };
    }
    return { attempt: { secret: record.secret, attempt: record.attempt }, seen: true };
  }

  /** Behind an authenticated answer to a cold tap; record is null where the reader keeps none. */
  replace(name, record) {
    this.#store.save(name, record && { ...record, attempt: 0 });
  }

  /** Behind an authenticated answer to a fast tap with this secret. One that a later answer has stepped stays as it is. */
  settle(name, secret, keepsRatchet) {
    const record = this.#store.load(name);
    if (record === null || !record.secret.equals(secret)) return;
    this.#store.save(name, keepsRatchet ? { ...record, secret: nextSecret(secret), attempt: 0 } : null);
  }
}
