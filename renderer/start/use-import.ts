// Taking a file in: read here, judged by the engine, opened linked to nothing.
// UI1 what is plainly no workflow is refused before it is read; a file is never larger than can be
//     read.
// UI2 whatever the file holds, the person gets a sentence, and the page stays as it was.

import { notifications } from '@mantine/notifications';
import { LIMITS } from '../../engine/base/limits.ts';
import { outdated } from '../ask.ts';
import { call, Refusal } from '../client.ts';
import { go } from '../route.ts';
import { t } from '../words.ts';
import { keepNote } from './notes.ts';

const ENDINGS = /\.(interlock|json)$/i;
const PIECE = 0x8000;

/** Bytes as base64, in pieces that no call is too small for. */
function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += PIECE)
    text += String.fromCharCode(...bytes.subarray(i, i + PIECE));
  return btoa(text);
}

const refuse = (message: string): void =>
  void notifications.show({ message, color: 'red', autoClose: 12_000 });

/** Imports the one workflow among the files and opens it (UI1, UI2). */
export async function importFiles(files: readonly File[]): Promise<void> {
  const [file, ...others] = files;
  if (!file) return;
  const { name } = file;
  if (others.length > 0) return refuse(t('import.several'));
  if (!ENDINGS.test(name)) return refuse(t('import.not_this', { name }));
  if (file.size > LIMITS.documentBytes)
    return refuse(t('import.too_big', { name, mb: LIMITS.documentBytes / 1_048_576 }));
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return refuse(t('import.unreadable', { name }));
  }
  try {
    const came = await call('importFile', { name, base64: base64Of(bytes) });
    const { slug, toLink, renamed } = came;
    keepNote(slug, { note: { is: 'imported', name: came.name, toLink, renamed }, made: true });
    outdated('workflows');
    go({ at: 'design', slug });
  } catch (wrong) {
    const why = wrong instanceof Refusal ? wrong.message : t('import.unreadable', { name });
    refuse(t('import.failed', { why }));
  }
}

/** Lets the person choose a file, and imports it. */
export function chooseFile(): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.interlock,.json';
  input.addEventListener('change', () => void importFiles([...(input.files ?? [])]));
  input.click();
}
