// Reads the vectors of the specification. Integers go up to 2^63 - 1 there; those that a phone looks at fit a number.

import { readFileSync } from 'node:fs';
import { unhex } from '../lib/octets.js';

export const SUITES = ['x25519', 'p256'];

export const vectors = name =>
  JSON.parse(readFileSync(new URL(`../../../spec/vectors/${name}.json`, import.meta.url), 'utf8'));

export const octetsOf = unhex;
