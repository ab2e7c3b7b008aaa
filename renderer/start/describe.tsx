// A description that a real model draws: what it can cost is said before, what it cost after, and
// what came of it is offered as a difference against an empty workflow before anything is opened.

import { Button, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Sparkles } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { Refused } from '../frame/refused.tsx';
import type { Answers } from '../../engine/api/contract.ts';
import { outdated, useAsk } from '../ask.ts';
import { call, Refusal } from '../client.ts';
import { cost } from '../format.ts';
import { Trouble } from '../models/test-part.tsx';
import { useMode } from '../models/use-mode.ts';
import { go, hrefOf } from '../route.ts';
import { t } from '../words.ts';
import { keepNote } from './notes.ts';
import { Offer } from './offer.tsx';
import { openingEdits, wishesOf } from './opening.ts';

const SHORTEST = 10;
const LONGEST = 4000;
type Drawn = Answers['drawWorkflow'];

/** Why nothing can be drawn now, and the one step that changes it. */
function CannotDraw({ code, onClose }: { code: string; onClose: () => void }): ReactNode {
  const mode = useMode();
  return (
    <div className="verdict tone-wait">
      <Sparkles size={20} aria-hidden />
      <div>
        <b>{t(code)}</b>
        <p>{t(`${code}.help`)}</p>
        {code === 'draw.practising' ? (
          <Button loading={mode?.isBusy ?? false} onClick={() => mode?.set(false)}>
            {t('start.words.switch')}
          </Button>
        ) : (
          <Button
            component="a"
            variant="filled"
            href={hrefOf({ at: 'settings', part: 'models' })}
            onClick={onClose}
          >
            {t('start.words.set_up')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** What will be sent where, and what it costs at most. */
function Cost({ description }: { description: string }): ReactNode {
  const [still] = useDebouncedValue(description, 400);
  const asked = useAsk('drawCost', { description: still }).data;
  if (!asked || 'why' in asked) return null;
  const { model, at, atMost } = asked;
  return (
    <p className="meta num">
      {t('start.words.send', { model, place: at })}{' '}
      {atMost === null
        ? t('start.words.cost.unknown')
        : t('start.words.cost', { cost: cost(atMost) })}
    </p>
  );
}

/** Makes an empty workflow and puts the drawing into it, as one gesture that can be taken back. */
async function openDrawn(drawn: Extract<Drawn, { ok: true }>): Promise<void> {
  const { workflow, wishes, model } = drawn;
  const { slug } = await call('createWorkflow', { name: workflow.name });
  const { workflow: empty } = await call('workflow', { slug });
  const note = {
    is: 'drawn' as const,
    model,
    edits: openingEdits(empty, workflow),
    wishes: wishesOf(workflow, wishes),
  };
  keepNote(slug, { note, made: false });
  outdated('workflows');
  go({ at: 'design', slug });
}

const sentence = (wrong: unknown): string =>
  wrong instanceof Refusal ? wrong.message : String(wrong);

function useDrawing(onClose: () => void) {
  const [drawn, setDrawn] = useState<Drawn>();
  const [busy, setBusy] = useState<'drawing' | 'opening'>();
  const [refusal, setRefusal] = useState<string>();
  const job = useRef('');
  const isCancelled = useRef(false);
  return {
    drawn,
    busy,
    refusal,
    again: () => setDrawn(undefined),
    draw: (description: string): void => {
      job.current = crypto.randomUUID();
      isCancelled.current = false;
      setBusy('drawing');
      setRefusal(undefined);
      call('drawWorkflow', { job: job.current, description })
        .then(
          (made) => !isCancelled.current && setDrawn(made),
          (wrong: unknown) => setRefusal(sentence(wrong)),
        )
        .finally(() => setBusy(undefined));
    },
    cancel: (): void => {
      isCancelled.current = true;
      void call('cancelJob', { job: job.current }).catch(() => undefined);
    },
    open: (made: Extract<Drawn, { ok: true }>): void => {
      setBusy('opening');
      openDrawn(made).then(onClose, (wrong: unknown) => {
        setBusy(undefined);
        setRefusal(sentence(wrong));
      });
    },
  };
}

export function Describe({ onClose }: { onClose: () => void }): ReactNode {
  const [description, setDescription] = useState('');
  const { drawn, busy, refusal, again, draw, cancel, open } = useDrawing(onClose);
  const can = useAsk('drawCost', { description: '' }).data;
  const text = description.trim();
  if (drawn?.ok)
    return (
      <Offer
        drawn={drawn}
        isOpening={busy === 'opening'}
        onAgain={again}
        onOpen={() => open(drawn)}
      />
    );
  return (
    <>
      <div className="dialog-b describe">
        {can && 'why' in can ? (
          <CannotDraw code={can.why.code} onClose={onClose} />
        ) : (
          <>
            <Textarea
              label={t('start.words.label')}
              description={t('start.words.help')}
              inputWrapperOrder={['label', 'input', 'description']}
              placeholder={t('start.words.place')}
              autosize
              minRows={6}
              maxRows={14}
              maxLength={LONGEST}
              data-autofocus
              disabled={busy === 'drawing'}
              value={description}
              onChange={(event) => setDescription(event.currentTarget.value)}
            />
            <Cost description={text} />
          </>
        )}
        {drawn && !drawn.ok && <Trouble said={drawn.trouble} />}
        <Refused why={refusal} />
      </div>
      <div className="dialog-f">
        {busy === 'drawing' && can && 'model' in can && (
          <output className="meta">{t('start.words.drawing', { model: can.model })}</output>
        )}
        <span className="grow" />
        {busy === 'drawing' ? (
          <Button onClick={cancel}>{t('start.words.cancel')}</Button>
        ) : (
          <Button onClick={onClose}>{t('app.cancel')}</Button>
        )}
        <Button
          variant="filled"
          leftSection={<Sparkles size={14} aria-hidden />}
          disabled={text.length < SHORTEST || !can || 'why' in can}
          loading={busy === 'drawing'}
          onClick={() => draw(text)}
        >
          {t('start.words.draw')}
        </Button>
      </div>
    </>
  );
}
