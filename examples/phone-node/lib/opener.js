// The opener: what a reader says first (spec/protocol.md 4.1, 4.2).

import { concat, label, u8 } from './octets.js';
import { authentic, wellFormed } from './failure.js';
import { expand, extract, open, sha256 } from './primitives.js';
import { Noise } from './noise.js';
import { suiteOf } from './suites.js';
import { CERTIFICATE, unpad } from './messages.js';

const HEADER = 29;
const SEALED_PAYLOAD = 9 + 16;
const FLAG_DIRECTORY = 1;
const KNOWN_FLAGS = 3;

export const VERSION = 1;

/** The fields that are in clear. Whether the rest has its length is asked later: it depends on the suite. */
export const readHeader = message => {
  wellFormed(message.length >= HEADER);
  const keyEpoch = message.readUInt16BE(3);
  wellFormed(keyEpoch !== 0);
  return {
    opener: message,
    version: message[1],
    suiteId: message[2],
    keyEpoch,
    projectTag: message.subarray(5, 9),
    readerTag: message.subarray(9, 13),
    nonce: message.subarray(13, HEADER),
  };
};

export const checkLength = (suite, { opener }) =>
  wellFormed(opener.length === HEADER + suite.keyLength + SEALED_PAYLOAD);

/** What both sides derive for each opener from the project key of its epoch (4.2). */
export const openerKeys = ({ nonce }, projectKey) => {
  const prk = extract(nonce, projectKey);
  return {
    psk: expand(prk, label('lintel/1/psk')),
    gate: expand(prk, label('lintel/1/gate')),
    certificate: expand(prk, label('lintel/1/certificate')),
  };
};

const readPayload = payload => {
  const flags = payload[4];
  wellFormed((flags & ~KNOWN_FLAGS) === 0);
  return {
    stateEpoch: payload.subarray(0, 4),
    hasDirectory: (flags & FLAG_DIRECTORY) !== 0,
    listEpoch: payload.readUInt32BE(5),
  };
};

/** Whether this name of a transport, in every key, is the reader's is found out here: the opener opens or does not. */
export const openerHash = (transport, { opener }) => sha256(label('lintel/1/tap'), label(transport), opener);

/**
 * Reads the opener as one of the reader with this static key.
 * @returns {{noise: Noise, er: Buffer, stateEpoch: Buffer, hasDirectory: boolean, listEpoch: number}}
 */
export const readOpener = (header, transport, keys, rs) => {
  const suite = suiteOf(header.suiteId);
  const end = HEADER + suite.keyLength;
  const er = header.opener.subarray(HEADER, end);
  authentic(suite.isAgreementKey(er));
  const noise = new Noise(`Noise_KXpsk0_${suite.name}`);
  noise.mixHash(concat(label('lintel/1/tap'), label(transport), header.opener.subarray(0, HEADER)));
  noise.mixHash(rs);
  noise.mixKeyAndHash(keys.psk);
  noise.mixHash(er);
  noise.mixKey(er);
  return { noise, er, ...readPayload(noise.open(header.opener.subarray(end))) };
};

/** The signed certificate in the reader's reply to `who` (4.1). */
export const openCertificate = (keys, message) =>
  unpad(open(keys.certificate, 0, u8(CERTIFICATE), message.subarray(1)));

export const checkReaderTag = ({ readerTag }, fingerprint) => authentic(fingerprint.subarray(0, 4).equals(readerTag));
