// The phone's side of every tap in the vectors, octet by octet: the good ones, the denied, lost, replayed and raced ones
// (spec/vectors/tap-*.json), and each malformed message (malformed-*.json). How to replay them: spec/vectors/README.md.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Project } from '../lib/project.js';
import { Tap } from '../lib/tap.js';
import { Wallet } from '../lib/wallet.js';
import { MemoryStore } from './memory-store.js';
import { octetsOf, SUITES, vectors } from './vectors.js';

const TRIGGERS = ['list', 'widget', 'display', 'automatic'];
const ASSURANCES = ['person-verified', 'device-unlocked'];

const intentOf = ({ trigger, assurances }) =>
  Buffer.of(1 + TRIGGERS.indexOf(trigger), assurances.reduce((bits, each) => bits | (1 << ASSURANCES.indexOf(each)), 0));

/** A phone with what its set-up says that it holds, over a store that outlives a restart. */
const phoneOf = (file, setup, now, store) => {
  const { project: name, holderPrivateKey, signed } = file.credentials[setup.credential];
  const site = file.projects[name];
  const project = new Project(octetsOf(site.root), site.issuingKeys.map(each => octetsOf(each.signed)));
  const wallet = new Wallet(store);
  wallet.add({
    project,
    credential: project.verify('credential', octetsOf(signed), now),
    holder: octetsOf(holderPrivateKey),
    projectKeys: new Map(
      site.projectKeys.filter(each => setup.keyEpochs.includes(each.epoch)).map(each => [each.epoch, octetsOf(each.key)]),
    ),
    certificates: setup.readers.map(each => project.verify('reader-certificate', octetsOf(file.readers[each].certificate), now)),
    list: setup.list ? project.verify('revocation-list', octetsOf(file.lists[setup.list].signed), now) : null,
  });
  return wallet;
};

class Replay {
  constructor(file, vector) {
    this.file = file;
    this.vector = vector;
    this.now = vector.start;
    this.taps = new Map();
    this.stores = new Map(Object.keys(vector.phones).map(name => [name, new MemoryStore()]));
    this.wallets = new Map(Object.keys(vector.phones).map(name => [name, this.start(name)]));
  }

  start(name) {
    return phoneOf(this.file, this.vector.phones[name], Math.floor(this.vector.start / 1000), this.stores.get(name));
  }

  open(id) {
    const channel = this.vector.channels.find(each => each.id === id);
    const what = { transport: channel.transport, intent: intentOf(channel.intent) };
    const from = { clock: () => this.now, newEphemeral: () => octetsOf(channel.phoneEphemeral) };
    this.taps.set(id, new Tap(this.wallets.get(channel.phone), what, from));
    return [];
  }

  restart(name) {
    this.wallets.set(name, this.start(name));
    return [];
  }

  play({ at, event, channel, message, phone }) {
    this.now = at;
    const tap = this.taps.get(channel);
    switch (event) {
      case 'open': return this.open(channel);
      case 'receive': return tap.receive(octetsOf(message));
      case 'disconnected': return tap.disconnected();
      case 'expire': return tap.expire();
      case 'close': return tap.close();
      case 'restart': return this.restart(phone);
      default: throw new Error(`an event that is not known: ${event}`);
    }
  }
}

const inHex = effect => ('send' in effect ? { send: effect.send.toString('hex') } : effect);

for (const suite of SUITES)
  for (const name of ['tap', 'malformed']) {
    const file = vectors(`${name}-${suite}`);
    for (const vector of file.vectors) {
      const events = vector.script.filter(each => each.side === 'phone');
      if (events.length === 0) continue; // the reader's alone
      test(`${suite} ${vector.id}: ${vector.title}`, () => {
        const replay = new Replay(file, vector);
        for (const event of events) assert.deepEqual(replay.play(event).map(inHex), event.expect);
      });
    }
  }
