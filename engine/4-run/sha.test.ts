// One hash in two worlds: what the browser computes is what the engine computes.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashOf } from '../base/canonical.ts';
import { shaOf } from './sha.ts';

test('the runner and the browser hash every value to the same text', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (x) => {
      expect(shaOf(x)).toBe(hashOf(x));
    }),
  );
  expect(shaOf('\ud800 lone')).toBe(hashOf('\ud800 lone'));
});
