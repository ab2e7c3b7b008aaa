// Giving a version a name, or taking it away again.

import { Button, Modal, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import type { Workflow } from '../../engine/1-document/schema.ts';
import { outdated, useTell } from '../ask.ts';
import type { Refusal } from '../client.ts';
import { t } from '../words.ts';

type Props = {
  slug: string;
  /** A version that is kept, or the drawing as it is now. */
  of: { id: string } | { workflow: Workflow };
  name: string;
  opened: boolean;
  onClose: () => void;
};

function Form({ slug, of, name, onClose }: Omit<Props, 'opened'>): ReactNode {
  const [text, setText] = useState(name);
  const naming = useTell('nameVersion');
  const keeping = useTell('setAside');
  const isPending = naming.isPending || keeping.isPending;
  const then = {
    onSuccess: () => {
      outdated('versions');
      onClose();
    },
    onError: (wrong: Refusal) => notifications.show({ message: wrong.message, color: 'red' }),
  };
  const save = (): void => {
    const given = text.trim();
    if ('id' in of) naming.mutate({ slug, id: of.id, name: given }, then);
    else if (given !== '') keeping.mutate({ slug, workflow: of.workflow, name: given }, then);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className="dialog-b">
        <TextInput
          data-autofocus
          label={t('history.name.label')}
          description={t('history.name.help')}
          placeholder={t('history.name.placeholder')}
          maxLength={120}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </div>
      <div className="dialog-f">
        <span className="grow" />
        <Button onClick={onClose}>{t('app.cancel')}</Button>
        <Button variant="filled" type="submit" loading={isPending}>
          {t('history.name.save')}
        </Button>
      </div>
    </form>
  );
}

export function NameDialog({ opened, onClose, ...props }: Props): ReactNode {
  return (
    <Modal opened={opened} onClose={onClose} title={t('history.name.title')} size={440}>
      <Form {...props} onClose={onClose} />
    </Modal>
  );
}
