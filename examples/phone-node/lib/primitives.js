// Hash, HMAC, HKDF and AEAD, the same in both suites (spec/protocol.md 2.2).

import { createCipheriv, createDecipheriv, createHash, createHmac } from 'node:crypto';
import { concat, u8 } from './octets.js';
import { notAuthentic, authentic } from './failure.js';

const TAG = 16;

export const sha256 = (...parts) => createHash('sha256').update(concat(...parts)).digest();

export const hmac = (key, ...parts) => createHmac('sha256', key).update(concat(...parts)).digest();

export const extract = (salt, input) => hmac(salt, input);

/** Expand of HKDF for at most 32 octets, which is all that the protocol asks for: one block. */
export const expand = (prk, info, length = 32) => hmac(prk, info, u8(1)).subarray(0, length);

const nonce = counter => {
  const octets = Buffer.alloc(12);
  octets.writeBigUInt64BE(BigInt(counter), 4);
  return octets;
};

export const seal = (key, counter, ad, text) => {
  const cipher = createCipheriv('aes-256-gcm', key, nonce(counter), { authTagLength: TAG });
  cipher.setAAD(ad);
  return concat(cipher.update(text), cipher.final(), cipher.getAuthTag());
};

export const open = (key, counter, ad, sealed) => {
  authentic(sealed.length >= TAG);
  const end = sealed.length - TAG;
  const decipher = createDecipheriv('aes-256-gcm', key, nonce(counter), { authTagLength: TAG });
  decipher.setAAD(ad);
  decipher.setAuthTag(sealed.subarray(end));
  try {
    return concat(decipher.update(sealed.subarray(0, end)), decipher.final());
  } catch {
    throw notAuthentic();
  }
};
