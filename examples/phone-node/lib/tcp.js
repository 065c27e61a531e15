// The two ways in which a phone uses TCP (spec/protocol.md 10): a tap at a reader, and a request to a manager.

import { connect } from 'node:net';
import { Deframer, frame } from './framing.js';
import { LONGEST } from './messages.js';
import { Failure } from './failure.js';

const MANAGER_LONGEST = 65_535;
const MANAGER_WAIT_MILLIS = 30_000;

/** Runs a tap over a connection of its own; resolves to how it finished. One that is over closes its connection. */
export const runTap = (tap, { host, port }) =>
  new Promise(resolve => {
    const socket = connect({ host, port, noDelay: true });
    const deframer = new Deframer(LONGEST);
    let timer;

    const perform = effects => {
      for (const effect of effects) {
        if ('send' in effect) socket.write(frame(effect.send));
        if ('finished' in effect) resolve(effect.finished);
        if ('end' in effect) socket.destroySoon();
      }
      clearTimeout(timer);
      timer = setTimeout(() => perform(tap.expire()), Math.max(0, tap.deadline - Date.now()));
      if (socket.writableEnded) clearTimeout(timer);
      // This phone carries nothing to the reader and has asked for nothing: it is done as soon as it is answered.
      if (effects.some(effect => 'finished' in effect) && !socket.writableEnded) perform(tap.close());
    };

    socket.on('data', octets => {
      try {
        for (const message of deframer.messages(octets)) perform(tap.receive(message));
      } catch (failure) {
        if (!(failure instanceof Failure)) throw failure;
        perform(tap.fail(failure));
      }
    });
    socket.on('close', () => perform(tap.disconnected()));
    socket.on('error', () => socket.destroy()); // 'close' follows
    perform([]);
  });

/** Sends one request to a manager; resolves to its response, or rejects with `disconnected`, `timed-out` or `malformed`. */
export const exchange = (request, { host, port }) =>
  new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true });
    const deframer = new Deframer(MANAGER_LONGEST);
    const fail = code => {
      reject(new Failure(code));
      socket.destroy();
    };
    socket.setTimeout(MANAGER_WAIT_MILLIS, () => fail('timed-out'));
    socket.on('data', octets => {
      try {
        for (const response of deframer.messages(octets)) {
          resolve(response);
          return socket.destroy();
        }
      } catch {
        fail('malformed');
      }
    });
    socket.on('error', () => fail('disconnected'));
    socket.on('close', () => fail('disconnected'));
    socket.write(frame(request));
  });
