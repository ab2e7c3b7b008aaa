// Saving a workflow as one file: what is on the screen, as a download of this window.

import { notifications } from '@mantine/notifications';
import { call, Refusal } from '../client.ts';
import { t } from '../words.ts';

/** Downloads the workflow of a slug; `flush` puts the last changes on the disk first. */
export async function saveAsFile(slug: string, flush: () => Promise<void>): Promise<void> {
  try {
    await flush();
    const { name, text, left } = await call('exportFile', { slug });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
    const message =
      left.length === 0
        ? t('export.saved', { name })
        : t('export.left', { name, n: left.length, files: left.join(', ') });
    notifications.show({ message });
  } catch (wrong) {
    const message = wrong instanceof Refusal ? wrong.message : String(wrong);
    notifications.show({ message, color: 'red' });
  }
}
