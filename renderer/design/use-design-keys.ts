// The keys of the designer. Single letters only count outside of fields.

import { useHotkeys } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import type { OpenDocument } from '../document/open-document.ts';
import { t } from '../words.ts';
import type { Designer } from './use-designer.ts';

type Actions = { find: () => void; run: () => void };

export function useDesignKeys(
  open: OpenDocument,
  designer: Designer,
  { find, run }: Actions,
): void {
  const [id] = [...designer.selected].filter((one) => !one.includes(':'));
  useHotkeys(
    [
      ['mod+Z', open.undo],
      ['mod+shift+Z', open.redo],
      ['mod+Y', open.redo],
      [
        'mod+S',
        () => {
          void open.flush();
          notifications.show({ id: 'saved', message: t('app.saved.already') });
        },
      ],
      ['mod+Enter', run],
    ],
    [],
    true,
  );
  useHotkeys([
    ['N', find],
    ['C', () => id !== undefined && designer.ask({ from: id })],
    ['F2', () => id !== undefined && designer.rename(id)],
    ['Escape', () => designer.select(new Set())],
  ]);
}
