// The prompt that a run uses is the newest in production, by number and not by text.

import { expect, test } from 'vitest';
import { currentPrompt } from './version.ts';

const prompt = (version: string, status: string) => ({ id: 'check', version, status });

test('the newest version in production counts, and 1.10.0 is newer than 1.9.0', () => {
  const prompts = [
    prompt('1.9.0', 'production'),
    prompt('1.10.0', 'production'),
    prompt('2.0.0', 'draft'),
  ];
  expect(currentPrompt(prompts, 'check')?.version).toBe('1.10.0');
});

test('while none is in production the newest of all counts; an unknown prompt is none', () => {
  expect(
    currentPrompt([prompt('0.1.0', 'draft'), prompt('0.2.0', 'draft')], 'check')?.version,
  ).toBe('0.2.0');
  expect(currentPrompt([prompt('0.1.0', 'draft')], 'other')).toBeUndefined();
});
