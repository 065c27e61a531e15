// The two suites (spec/protocol.md 2.2): key agreement and signatures. A phone agrees on keys and verifies; it signs nothing.

import { createECDH, createPrivateKey, createPublicKey, diffieHellman, ECDH, randomBytes, verify } from 'node:crypto';
import { concat, isZero, unhex } from './octets.js';
import { authentic, notAuthentic } from './failure.js';
import { isSigningKey } from './edwards.js';

// What stands before the 32 octets of a key in PKCS #8 and X.509 (RFC 8410): Node takes raw keys in these wrappings only.
const X25519_PRIVATE = unhex('302e020100300506032b656e04220420');
const X25519_PUBLIC = unhex('302a300506032b656e032100');
const ED25519_PUBLIC = unhex('302a300506032b6570032100');

const spki = (wrapping, key) => createPublicKey({ key: concat(wrapping, key), format: 'der', type: 'spki' });

const x25519Private = key =>
  createPrivateKey({ key: concat(X25519_PRIVATE, key), format: 'der', type: 'pkcs8' });

/** Every failure of a key or of a signature is the same one. */
const orNotAuthentic = step => {
  try {
    return step();
  } catch {
    throw notAuthentic();
  }
};

const SUITE_1 = {
  id: 1,
  name: '25519_AESGCM_SHA256',
  keyLength: 32,
  newPrivateKey: () => randomBytes(32),
  isAgreementKey: key => key.length === 32, // a bad one shows when it is used
  publicKey: key => createPublicKey(x25519Private(key)).export({ format: 'der', type: 'spki' }).subarray(-32),
  dh: (key, peer) =>
    orNotAuthentic(() => {
      // OpenSSL refuses to give a secret of zeros; the check stays, for not every build of Node has OpenSSL under it.
      const secret = diffieHellman({ privateKey: x25519Private(key), publicKey: spki(X25519_PUBLIC, peer) });
      authentic(!isZero(secret));
      return secret;
    }),
  isSigningKey,
  verify: (key, text, signature) => orNotAuthentic(() => verify(null, text, spki(ED25519_PUBLIC, key), signature)),
};

const CURVE = 'prime256v1';
const P256_ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

const p256 = key => {
  const pair = createECDH(CURVE);
  pair.setPrivateKey(key);
  return pair;
};

/** The point x | y of a compressed key: the only form that the protocol has. */
const point = key =>
  orNotAuthentic(() => {
    authentic(key.length === 33 && (key[0] === 2 || key[0] === 3));
    return ECDH.convertKey(key, CURVE, undefined, undefined, 'uncompressed').subarray(1);
  });

const isPoint = key => {
  try {
    return point(key).length === 64;
  } catch {
    return false;
  }
};

const p256Public = key => {
  const xy = point(key);
  const [x, y] = [xy.subarray(0, 32), xy.subarray(32)].map(part => part.toString('base64url'));
  return createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
};

const SUITE_2 = {
  id: 2,
  name: 'P256_AESGCM_SHA256',
  keyLength: 33,
  newPrivateKey: () => {
    const pair = createECDH(CURVE);
    pair.generateKeys();
    return concat(Buffer.alloc(32 - pair.getPrivateKey().length), pair.getPrivateKey());
  },
  isAgreementKey: isPoint,
  publicKey: key => p256(key).getPublicKey(null, 'compressed'),
  dh: (key, peer) => orNotAuthentic(() => p256(key).computeSecret(concat(Buffer.of(4), point(peer)))),
  isSigningKey: isPoint,
  verify: (key, text, signature) =>
    orNotAuthentic(() => {
      const s = BigInt(`0x${signature.subarray(32).toString('hex')}`);
      return s <= P256_ORDER / 2n && verify('sha256', text, { key: p256Public(key), dsaEncoding: 'ieee-p1363' }, signature);
    }),
};

/** The suite of a number, or undefined. */
export const suiteOf = id => ({ 1: SUITE_1, 2: SUITE_2 })[id];
