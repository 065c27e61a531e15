#!/usr/bin/env node
// A phone that opens doors, on the command line.
//
//   node phone.js activate WALLET LINK          LINK is what the QR code says: lintel:1:...
//   node phone.js tap WALLET HOST:PORT [COUNT]
//   node phone.js check-in WALLET HOST:PORT     with the manager, before the credential's lease ends
//   node phone.js load WALLET FILE              the material of a conformance trial, in place of an activation
//
// WALLET is a directory. Exit status: 0 granted, or activated; 1 denied, refused, or failed; 2 misuse.

import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Failure } from './lib/failure.js';
import { readLink, readResponse, writeRequest } from './lib/activation.js';
import { checkIn } from './lib/check-in-steps.js';
import { enrol, STORED } from './lib/enrolment.js';
import { readMaterial } from './lib/material.js';
import { ascii } from './lib/octets.js';
import { sha256 } from './lib/primitives.js';
import { FileStore } from './lib/store.js';
import { suiteOf } from './lib/suites.js';
import { exchange, runTap } from './lib/tcp.js';
import { Tap } from './lib/tap.js';
import { Wallet } from './lib/wallet.js';

const CHOSEN_FROM_A_LIST = Buffer.of(1, 0); // the trigger, and no assurance (4.4)

const seconds = () => Math.floor(Date.now() / 1000);

/** Holder key and request id are made once for a code, and kept before anything is sent: who repeats finds them again. */
const requestFor = (store, link) => {
  const { holder } = store;
  const codeHash = sha256(ascii(link.code)); // enough to find them again by
  if (holder !== null && holder.codeHash.equals(codeHash)) return holder;
  if (store.grant !== null) throw new Error('This wallet has a credential already. Take another directory.');
  const { suite } = link;
  store.holder = {
    codeHash, suiteId: suite.id, managerKey: link.managerKey, requestId: randomBytes(16), holder: suite.newPrivateKey(),
  };
  return store.holder;
};

const activate = async (store, text) => {
  const link = readLink(text);
  const random = { ...requestFor(store, link), ephemeral: link.suite.newPrivateKey() };
  const { request, noise } = writeRequest(link, random);
  const { grant, refusal, busy } = readResponse(link, random, noise, await exchange(request, link));
  if (busy) return `the manager is busy: try again in ${busy} s`;
  if (refusal) return `refused: ${refusal.reason}`;
  const { credential, certificates } = enrol(grant, { suite: link.suite, holder: random.holder }, seconds());
  store.grant = grant;
  console.log(`activated: credential ${credential.serial} of ${grant.displayName || 'a site'}, ${certificates.length} readers known`);
  return null;
};

const load = (store, file) => {
  const { suiteId, holder, grant } = readMaterial(readFileSync(file, 'utf8'));
  enrol(grant, { suite: suiteOf(suiteId), holder }, seconds());
  store.holder = { suiteId, holder };
  store.grant = grant;
  return null;
};

const walletOf = store => {
  if (store.grant === null || store.checkIn?.deleted) throw new Error('This wallet holds no credential. Activate one first.');
  const wallet = new Wallet(store);
  const { suiteId, holder } = store.holder;
  wallet.add(enrol(store.grant, { suite: suiteOf(suiteId), holder }, seconds(), STORED));
  return wallet;
};

const told = ({ result, path, reason, error, outcome }) =>
  ({
    granted: `granted (${path})`,
    denied: `denied (${path}): ${reason}`,
    failed: `failed: ${error}; the door ${outcome === 'unknown' ? 'may have opened' : 'did not open'}`,
  })[result];

const addressOf = text => {
  const [, host, port] = /^(.+):(\d+)$/.exec(text) ?? [];
  if (host === undefined) throw new Error(`No HOST:PORT: ${text}`);
  return { host: host.replace(/[[\]]/g, ''), port: Number(port) };
};

const tap = async (store, door, count = '1') => {
  const address = addressOf(door);
  const wallet = walletOf(store);
  const from = { clock: Date.now, newEphemeral: suite => suite.newPrivateKey() };
  let failure = null;
  for (let left = Number(count); left > 0; left--) {
    const began = process.hrtime.bigint();
    const finished = await runTap(new Tap(wallet, { transport: 'tcp', intent: CHOSEN_FROM_A_LIST }, from), address);
    const millis = Number((process.hrtime.bigint() - began) / 100_000n) / 10;
    console.log(`${told(finished)} in ${millis} ms`);
    if (finished.result !== 'granted') failure = told(finished);
  }
  return failure;
};

const checkInWith = async (store, manager, confirmations = 2) => {
  if (store.holder === null) throw new Error('This wallet holds no credential. Activate one first.');
  const address = addressOf(manager);
  const { instruction, nextCheckInSeconds, refusal, busy } = await checkIn(store, each => exchange(each, address), seconds());
  if (busy) return `the manager is busy: try again in ${busy} s`;
  if (refusal) return `refused: ${refusal.reason}`;
  const told = {
    keep: `kept; check in again within ${nextCheckInSeconds} s`,
    delete: 'deleted, as the manager says; confirming it',
    forget: 'forgotten',
  };
  console.log(told[instruction]);
  return instruction === 'delete' && confirmations > 0 ? checkInWith(store, manager, confirmations - 1) : null;
};

const COMMANDS = { activate, tap, 'check-in': checkInWith, load };

const [command, directory, ...rest] = process.argv.slice(2);
if (!(command in COMMANDS) || rest.length === 0) {
  console.error('usage: node phone.js activate WALLET LINK\n       node phone.js tap WALLET HOST:PORT [COUNT]\n       node phone.js check-in WALLET HOST:PORT\n       node phone.js load WALLET FILE');
  process.exit(2);
}

const store = new FileStore(directory);
try {
  const failure = await COMMANDS[command](store, ...rest);
  if (failure !== null && command !== 'tap') console.error(failure);
  process.exitCode = failure === null ? 0 : 1;
} catch (error) {
  console.error(error instanceof Failure ? `failed: ${error.code}` : error.message);
  process.exitCode = 1;
} finally {
  store.close();
}
