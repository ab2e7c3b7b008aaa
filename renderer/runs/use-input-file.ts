// Handing a file to a workflow: read here, kept under its inputs by the engine, back as a value.

import { useCallback } from 'react';
import { LIMITS } from '../../engine/base/limits.ts';
import type { Json } from '../../engine/base/value.ts';
import { call } from '../client.ts';
import { t } from '../words.ts';

/** A file's bytes as base64, without blowing up the stack on large ones. */
async function base64Of(file: File): Promise<string> {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () =>
      resolve(typeof reader.result === 'string' ? reader.result : ''),
    );
    reader.addEventListener('error', () => reject(new Error(t('app.form.file_unreadable'))));
    reader.readAsDataURL(file);
  });
  return url.slice(url.indexOf(',') + 1);
}

/** Takes a file for the workflow `slug`; throws a sentence when it cannot be taken. */
export function useInputFile(slug: string): (file: File) => Promise<Json> {
  return useCallback(
    async (file) => {
      if (file.size > LIMITS.fileBytes)
        throw new Error(
          t('input.file_too_big', { name: file.name, mb: LIMITS.fileBytes / 1024 / 1024 }),
        );
      const answer = await call('addInputFile', {
        slug,
        name: file.name,
        base64: await base64Of(file),
      });
      return answer.file;
    },
    [slug],
  );
}
