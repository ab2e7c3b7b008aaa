// One model of a role, in full: what answers, where, with which key, how much, at what price.

import { Button, Modal, NumberInput, Select, TextInput } from '@mantine/core';
import { ChevronDown, Zap } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Refused } from '../frame/refused.tsx';
import { addressOf } from '../../engine/1-document/model-source.ts';
import type { ModelEntry } from '../../engine/1-document/schema.ts';
import type { Answers } from '../../engine/api/contract.ts';
import { useAsk, useTell } from '../ask.ts';
import { figureSigns } from '../format.ts';
import { t } from '../words.ts';
import { nameOf } from './model-words.ts';
import { PriceFields } from './price-fields.tsx';
import { TestResult } from './test-part.tsx';

type Props = {
  opened: boolean;
  /** Nothing: a new one. */
  entry: ModelEntry | undefined;
  onClose: () => void;
  onSave: (entry: ModelEntry) => void;
  isSaving: boolean;
};

const PRACTICE: ModelEntry = {
  provider: 'practice',
  model: 'practice',
  maxOutput: 1024,
  price: { input: 0, output: 0 },
};
const REAL: ModelEntry = { provider: 'openai', model: '', maxOutput: 8000 };
const NO_KEY = '';

/** The entry with its parts in order: what is empty is left out, an address is spelled out. */
function tidied({ address, secret, price, ...entry }: ModelEntry): ModelEntry {
  const at = address === undefined ? undefined : addressOf(address);
  const isPriced = price !== undefined && Object.values(price).every((n) => n !== undefined);
  return {
    ...entry,
    model: entry.model.trim(),
    ...(at === undefined ? {} : { address: at }),
    ...(secret ? { secret } : {}),
    ...(isPriced ? { price } : {}),
  };
}

function RealFields({
  entry,
  set,
}: {
  entry: ModelEntry;
  set: (change: Partial<ModelEntry>) => void;
}): ReactNode {
  const secrets = useAsk('secrets', {}).data?.secrets ?? [];
  return (
    <>
      <TextInput
        className="all"
        type="url"
        label={t('models.edit.address')}
        value={entry.address ?? ''}
        onChange={(event) => set({ address: event.currentTarget.value })}
      />
      <TextInput
        label={t('models.use.model')}
        value={entry.model}
        onChange={(event) => set({ model: event.currentTarget.value })}
      />
      <Select
        label={t('models.edit.secret')}
        value={entry.secret ?? NO_KEY}
        data={[
          { value: NO_KEY, label: t('models.edit.secret.none') },
          ...secrets.map(({ name }) => ({ value: name, label: name })),
        ]}
        onChange={(next) => set({ secret: next ?? undefined })}
        rightSection={<ChevronDown size={14} aria-hidden />}
      />
      <NumberInput
        className="num"
        label={t('models.use.most')}
        min={1}
        max={1_000_000}
        {...figureSigns()}
        value={entry.maxOutput}
        onChange={(next) => typeof next === 'number' && next >= 1 && set({ maxOutput: next })}
      />
      <div className="all">
        <PriceFields
          model={entry.model}
          price={entry.price ?? {}}
          onChange={(price) => set({ price: price as ModelEntry['price'] })}
        />
      </div>
    </>
  );
}

function Form({ entry: given, onClose, onSave, isSaving }: Props): ReactNode {
  const [entry, setEntry] = useState(given ?? REAL);
  const [tried, setTried] = useState<Answers['tryModel']>();
  const tell = useTell('tryModel');
  const set = (change: Partial<ModelEntry>): void => {
    setEntry({ ...entry, ...change });
    setTried(undefined);
    tell.reset();
  };
  const isReal = entry.provider === 'openai';
  const isReady =
    !isReal || (entry.model.trim() !== '' && addressOf(entry.address ?? '') !== undefined);
  return (
    <>
      <div className="dialog-b">
        <div className="two">
          <Select
            className="all"
            label={t('models.edit.provider')}
            value={entry.provider}
            data={(['practice', 'openai'] as const).map((value) => ({
              value,
              label: t(`models.edit.provider.${value}`),
            }))}
            onChange={(next) => setEntry(next === 'practice' ? PRACTICE : REAL)}
            rightSection={<ChevronDown size={14} aria-hidden />}
          />
          {isReal && <RealFields entry={entry} set={set} />}
        </div>
        <Refused why={tell.error?.message} />
        {tried && <TestResult model={entry.model} tried={tried} />}
      </div>
      <div className="dialog-f">
        {isReal && (
          <Button
            leftSection={<Zap size={14} aria-hidden />}
            disabled={!isReady}
            loading={tell.isPending}
            onClick={() =>
              tell.mutate(
                { job: crypto.randomUUID(), entry: tidied(entry) },
                { onSuccess: setTried },
              )
            }
          >
            {t('models.use.test')}
          </Button>
        )}
        <span className="grow" />
        <Button onClick={onClose}>{t('app.cancel')}</Button>
        <Button
          variant="filled"
          disabled={!isReady}
          loading={isSaving}
          onClick={() => onSave(tidied(entry))}
        >
          {t('models.edit.save')}
        </Button>
      </div>
    </>
  );
}

export function EntryForm(props: Props): ReactNode {
  const { opened, entry, onClose } = props;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={entry ? t('models.edit.title', { model: nameOf(entry) }) : t('models.edit.add')}
      size={520}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <Form {...props} />
    </Modal>
  );
}
