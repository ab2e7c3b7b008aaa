// Promises of the event stream's reader: see stream.ts.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frameReader } from './stream.ts';

const TEXT = ': ping\n\nid: 7\ndata: {"a":1}\n\nid: 8\r\ndata: one\r\ndata: two\r\n\r\ndata: ü\n\n';
const FRAMES = [{ id: '7', data: '{"a":1}' }, { id: '8', data: 'one\ntwo' }, { data: 'ü' }];

test('frames come out whole and in order, however the text was cut', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(TEXT.length), { maxLength: 12 }), (at) => {
      const cuts = [0, ...at.sort((a, b) => a - b), TEXT.length];
      const read = frameReader();
      const out = cuts.slice(1).flatMap((end, i) => read(TEXT.slice(cuts[i], end)));
      expect(out).toEqual(FRAMES);
    }),
  );
});

test('an unfinished frame stays inside', () => {
  const read = frameReader();
  expect(read('id: 1\ndata: x\n')).toEqual([]);
  expect(read('\n')).toEqual([{ id: '1', data: 'x' }]);
});
