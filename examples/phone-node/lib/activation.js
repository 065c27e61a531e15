// Activation: how a credential gets onto a phone (spec/protocol.md 12). One request to the manager, one response.

import { ascii, concat, label, u8 } from './octets.js';
import { wellFormed } from './failure.js';
import { expand, extract, hmac } from './primitives.js';
import { bytesField, BYTES, bounded, readLenient, text } from './protobuf.js';
import { readResponse as read } from './exchange.js';
import { Noise } from './noise.js';
import { suiteOf } from './suites.js';

const REQUEST = 0x10;
const RESPONSE = 0x11;

const LINK = /^lintel:1:([12]):([A-Za-z0-9_-]{43,44}):([0-9A-Za-z]{20})@([0-9A-Za-z][0-9A-Za-z.-]{0,252}|\[[0-9A-Fa-f:.]+\]):([1-9][0-9]{0,4})$/;

/** What the QR code says. The link is as secret as its code. */
export const readLink = text => {
  const [, suiteId, key, code, host, port] = LINK.exec(text) ?? [];
  wellFormed(code !== undefined && Number(port) <= 65535);
  const suite = suiteOf(Number(suiteId));
  const managerKey = Buffer.from(key, 'base64url');
  wellFormed(managerKey.length === suite.keyLength && managerKey.toString('base64url') === key);
  return { suite, managerKey, code, host: host.replace(/[[\]]/g, ''), port: Number(port) };
};

const prologueOf = suite => concat(label('lintel/1/activation'), u8(suite.id));

/**
 * The request, and the handshake that reads its response.
 * @param {object} link see readLink
 * @param {{requestId: Buffer, holder: Buffer, ephemeral: Buffer}} random request id and holder key are made once for a code
 *        and stored before this is sent; the ephemeral key is fresh for every request
 */
export const writeRequest = ({ suite, managerKey, code }, { requestId, holder, ephemeral }) => {
  const prologue = prologueOf(suite);
  const e = suite.publicKey(ephemeral);
  const holderKey = suite.publicKey(holder);
  const k = expand(extract(Buffer.alloc(0), suite.dh(holder, managerKey)), ascii('lintel/1/activation/proof'));
  const proof = hmac(k, prologue, managerKey, e, requestId, ascii(code), holderKey);
  const payload = concat(
    bytesField(1, requestId),
    bytesField(2, ascii(code)),
    bytesField(3, holderKey),
    bytesField(4, proof),
  );
  const noise = new Noise(`Noise_NK_${suite.name}`);
  noise.mixHash(prologue);
  noise.mixHash(managerKey);
  noise.mixHash(e);
  noise.mixKey(suite.dh(ephemeral, managerKey));
  return { request: concat(u8(REQUEST), u8(suite.id), e, noise.seal(payload)), noise };
};

const readGrant = content => {
  const grant = readLenient(content);
  const issuingKeys = grant.all(2, BYTES);
  const certificates = grant.all(6, BYTES);
  const keyEpoch = grant.uint(4);
  wellFormed(issuingKeys.length >= 1 && issuingKeys.length <= 64 && certificates.length <= 200);
  wellFormed(keyEpoch >= 1 && keyEpoch <= 65535);
  return {
    root: bounded(grant.bytes(1), 1, 256),
    issuingKeys: issuingKeys.map(each => bounded(each, 1, 256)),
    credential: bounded(grant.bytes(3), 1, 160),
    keyEpoch,
    projectKey: bounded(grant.bytes(5), 32, 32),
    certificates: certificates.map(each => bounded(each, 1, 192)),
    list: grant.bytes(7),
    // eslint-disable-next-line no-control-regex
    displayName: text(grant.bytes(8), 128, /^[^\u0000-\u001f\u007f-\u009f]*$/),
    handOffClaim: text(grant.bytes(9), 1024, /^$|^[\w-]+\.[\w-]+\.[\w-]+$/),
  };
};

const REFUSALS = ['unknown-code', 'expired', 'already-used', 'rate-limited', 'credential-ended', 'none-left'];

const readRefusal = content => {
  const refusal = readLenient(content);
  const reason = refusal.uint(1);
  const retryAfterSeconds = refusal.uint(2);
  wellFormed(reason >= 1 && reason <= REFUSALS.length && retryAfterSeconds <= 2_592_000);
  return { reason: REFUSALS[reason - 1], retryAfterSeconds };
};

const readContent = content => {
  const response = readLenient(content);
  wellFormed(response.has(1) !== response.has(2));
  return response.has(1) ? { grant: readGrant(response.bytes(1)) } : { refusal: readRefusal(response.bytes(2)) };
};

/** What a manager answered: {grant}, {refusal}, or {busy: seconds}. */
export const readResponse = (link, { ephemeral }, noise, response) =>
  read(RESPONSE, link, noise, e => [link.suite.dh(ephemeral, e)], readContent, response);
