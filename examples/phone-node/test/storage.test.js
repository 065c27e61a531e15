// What the vectors cannot show: files, a store that fails, and the stream that messages are cut from.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Deframer, frame } from '../lib/framing.js';
import { Ratchets } from '../lib/ratchets.js';
import { FileStore } from '../lib/store.js';
import { MemoryStore } from './memory-store.js';

const BOND = { reference: Buffer.alloc(20, 1), stateEpoch: Buffer.alloc(4, 2), keyEpoch: 1 };
const SECRET = Buffer.alloc(32, 3);

test('an attempt is on the medium before it is given out, and is never given out again', () => {
  const directory = mkdtempSync(join(tmpdir(), 'phone-'));
  try {
    const given = [];
    for (let restart = 0; restart < 6; restart++) {
      const store = new FileStore(directory);
      const ratchets = new Ratchets(store);
      if (restart === 0) ratchets.replace('door', { secret: SECRET, ...BOND });
      const { attempt, seen } = ratchets.begin('door', BOND);
      given.push(attempt?.attempt ?? null);
      assert.ok(seen);
      assert.throws(() => new FileStore(directory), /Another process uses this wallet/);
      store.close();
    }
    assert.deepEqual(given, [0, 1, 2, 3, null, null]);
  } finally {
    rmSync(directory, { recursive: true });
  }
});

test('a store that cannot write makes the tap cold, and the reader a stranger', () => {
  const store = new MemoryStore();
  const ratchets = new Ratchets(store);
  ratchets.replace('door', { secret: SECRET, ...BOND });
  store.save = () => {
    throw new Error('the medium is full');
  };
  assert.deepEqual(ratchets.begin('door', BOND), { attempt: null, seen: false });
});

test('a file that the medium takes only in part does not replace the good one', { skip: process.platform === 'win32' }, () => {
  const directory = mkdtempSync(join(tmpdir(), 'phone-'));
  try {
    const module = JSON.stringify(new URL('../lib/store.js', import.meta.url).href);
    // No file may be longer than a block, 512 octets or 1,024: of a longer write the system takes that much, and of the next one nothing.
    const phone = `
      const { FileStore } = await import(${module});
      const store = new FileStore(process.argv[1]);
      store.holder = { key: 'good' };
      try {
        store.holder = { key: 'x'.repeat(2000) };
      } catch (error) {
        console.log(error.code, store.holder.key);
      } finally {
        store.close();
      }`;
    const limited = ['-c', 'ulimit -f 1 && exec "$@"', 'sh', process.execPath, '--input-type=module', '-e', phone, directory];
    const { stdout, stderr } = spawnSync('sh', limited, { encoding: 'utf8' });
    assert.equal(stdout, 'EFBIG good\n', stderr);
  } finally {
    rmSync(directory, { recursive: true });
  }
});

test('a late answer about an older step changes nothing', () => {
  const ratchets = new Ratchets(new MemoryStore());
  ratchets.replace('door', { secret: SECRET, ...BOND });
  ratchets.settle('door', SECRET, true);
  const before = ratchets.begin('door', BOND).attempt;
  ratchets.settle('door', SECRET, true);
  ratchets.settle('door', SECRET, false);
  const after = ratchets.begin('door', BOND).attempt;
  assert.ok(before.secret.equals(after.secret) && !before.secret.equals(SECRET));
  assert.deepEqual([before.attempt, after.attempt], [0, 1]);
});

test('messages come out of a stream however it was cut', () => {
  const messages = [Buffer.from('0a', 'hex'), Buffer.alloc(512, 9), Buffer.alloc(86, 1)];
  const stream = Buffer.concat(messages.map(frame));
  for (const size of [1, 2, 3, 511, stream.length]) {
    const deframer = new Deframer(512);
    const seen = [];
    for (let at = 0; at < stream.length; at += size) seen.push(...deframer.messages(stream.subarray(at, at + size)));
    assert.deepEqual(seen.map(each => each.toString('hex')), messages.map(each => each.toString('hex')));
  }
});

test('a length of 0 or above the bound ends the stream at once', () => {
  for (const length of ['0000', '0201', 'ffff'])
    assert.throws(() => [...new Deframer(512).messages(Buffer.from(length, 'hex'))], { code: 'malformed' });
});
