// Wait: goes on after a time. Nothing is held open meanwhile; the time survives a restart.

import { z } from 'zod';
import { bindable } from '../engine/base/bindable.ts';
import { isRef, isText } from '../engine/base/binding.ts';
import { defineNode, CALLS_NOTHING } from '../engine/node.ts';

const YEAR_MS = 366 * 86_400_000;
const settings = z.strictObject({
  ms: bindable(z.int().min(1).max(YEAR_MS)).meta({ widget: 'duration' }),
});

export const wait = defineNode<z.infer<typeof settings>>({
  type: 'wait',
  version: 1,
  group: 'flow',
  family: 'flow',
  settings,
  initial: { ms: 3_600_000 },
  ports: () => [{ id: 'ok', label: '' }],
  output: () => ({ fields: [] }),
  ...CALLS_NOTHING,
  does: { kind: 'structure', as: 'wait' },
  sentence: ({ ms }) =>
    isRef(ms) || isText(ms) || typeof ms !== 'number'
      ? { code: 'node.wait.live.later' }
      : { code: 'node.wait.live', params: { minutes: Math.round(ms / 6000) / 10 } },
  icon: 'clock',
});
