// Openers that this process has answered, and when it answered readers by itself (spec/protocol.md 4.3). Volatile and bounded.

const MOST = 1024;
const PAUSE_MILLIS = 60_000;

const remember = (map, key, value) => {
  map.delete(key);
  map.set(key, value);
  if (map.size > MOST) map.delete(map.keys().next().value); // the oldest
};

export class Answered {
  #nonces = new Map();
  #automatic = new Map();

  mayAnswer(nonce, reader, automatic, now) {
    if (this.#nonces.has(nonce.toString('hex'))) return false;
    const elapsed = now - this.#automatic.get(reader);
    return !automatic || !(elapsed >= 0 && elapsed < PAUSE_MILLIS);
  }

  note(nonce, reader, automatic, now) {
    remember(this.#nonces, nonce.toString('hex'), true);
    if (automatic) remember(this.#automatic, reader, now);
  }
}
