// Saving what a run was given, and how it went, as an example of its workflow.

import { Button, Popover, TextInput } from '@mantine/core';
import { BookmarkPlus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { outdated, useTell } from '../ask.ts';
import { t } from '../words.ts';

export function SaveExample({ slug, run }: { slug: string; run: string }): ReactNode {
  const [name, setName] = useState('');
  const [isOpen, setOpen] = useState(false);
  const { mutate, isPending, isSuccess, error, reset } = useTell('saveExample');
  const save = (): void => {
    if (name.trim() === '') return;
    mutate(
      { slug, name: name.trim(), run },
      {
        onSuccess: () => {
          outdated('examples');
          setOpen(false);
        },
      },
    );
  };
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="top-start"
      trapFocus
      returnFocus
      width={280}
    >
      <Popover.Target>
        <Button
          leftSection={<BookmarkPlus size={14} aria-hidden />}
          onClick={() => {
            reset();
            setOpen(!isOpen);
          }}
        >
          {t(isSuccess ? 'try.example.saved' : 'try.example.save')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('try.example.save')}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <TextInput
            data-autofocus
            label={t('try.example.name')}
            description={t('try.example.help')}
            value={name}
            maxLength={120}
            error={error?.message}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button mt={8} type="submit" variant="filled" loading={isPending}>
            {t('try.example.keep')}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
