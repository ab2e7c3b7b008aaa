// Trying a tool: exactly what a call would send, what its double answers, and, for a tool that only
// reads, the real answer after a question.
// TP1 showing and playing call nothing. The real call is a run of one step: rules, limits and the
//     record hold for it as for any other.

import { Button, Modal } from '@mantine/core';
import { FlaskConical, Radio } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { cardSchema, type Card, type Practice } from '../../engine/1-document/schema.ts';
import type { Answers } from '../../engine/api/contract.ts';
import { isObject, type Json } from '../../engine/base/value.ts';
import { useAsk, useTell } from '../ask.ts';
import { valueWords } from '../cards/value-words.ts';
import { FieldInput } from '../fields/field-input.tsx';
import { hrefOf } from '../route.ts';
import { failureWords } from '../runs/now-words.ts';
import { t } from '../words.ts';
import { examplesOf } from './kinds.ts';
import { Panel } from './panel.tsx';

type Played = Answers['playTool'];

function Sent({ sent }: { sent: Played['sent'] }): ReactNode {
  if ('fault' in sent)
    return <p className="trouble warn">{t(sent.fault.code, sent.fault.params)}</p>;
  return (
    <dl className="tool-sent">
      {sent.lines.map(({ part, name, text }, i) => (
        <div key={i}>
          <dt>{name && part !== 'key' ? name : t(`tool.try.part.${part}`)}</dt>
          <dd>
            {part === 'key' ? (
              t('tool.try.key', { secret: text, name: name ?? '' })
            ) : (
              <code>{text}</code>
            )}
          </dd>
        </div>
      ))}
      {sent.lines.length === 0 && <p className="hint">{t('tool.try.nothing')}</p>}
    </dl>
  );
}

/** An answer, part by part, under the names of the card. */
function Answer({ card, value }: { card: Card; value: Json }): ReactNode {
  const parts = isObject(value) ? Object.entries(value) : [];
  if (!parts.length) return <code className="block">{valueWords(value)}</code>;
  return (
    <dl className="tool-sent">
      {parts.map(([id, part]) => {
        const field = card.result.find((one) => one.id === id);
        return (
          <div key={id}>
            <dt>{field?.label ?? id}</dt>
            <dd>{valueWords(part, field) || t('card.nothing')}</dd>
          </div>
        );
      })}
    </dl>
  );
}

function PlayedAnswer({ card, played }: { card: Card; played: Played }): ReactNode {
  const { answer, leaves } = played;
  if (!answer) return null;
  return (
    <>
      <h4 className="cap">{t('tool.try.double')}</h4>
      {'failure' in answer ? (
        <p className="trouble warn">{t(answer.failure.code, answer.failure.params)}</p>
      ) : (
        <Answer card={card} value={answer.value} />
      )}
      {leaves && (
        <p className="hint">
          {t('tool.try.leaves', {
            n: leaves.rows.length,
            list: [...new Set(leaves.rows.map(({ table }) => table))].join('\n'),
          })}{' '}
          {leaves.mail && t('tool.try.mail', { to: leaves.mail.to, subject: leaves.mail.subject })}
        </p>
      )}
    </>
  );
}

/** The run of a real call, as it ends. */
function RealAnswer({ card, run }: { card: Card; run: string }): ReactNode {
  const { data: view } = useAsk('settled', { run });
  if (!view) return <p className="hint">{t('tool.try.asking')}</p>;
  const link = (
    <a className="underlined" href={hrefOf({ at: 'run', run })}>
      {t('tool.try.run')}
    </a>
  );
  const output = isObject(view.output?.v) ? view.output.v['answer'] : undefined;
  return (
    <output className="tool-stack">
      <h4 className="cap">{t('tool.try.real.answer')}</h4>
      {view.status === 'done' && output !== undefined ? (
        <Answer card={card} value={output} />
      ) : (
        <p className="trouble warn">
          {view.failure ? failureWords(view.failure).what : t('tool.try.waits')}
        </p>
      )}
      <p className="hint">{link}</p>
    </output>
  );
}

type Props = {
  slug: string;
  card: Card;
  doubles: Practice['tools'];
  /** The card is in force exactly as shown. */
  isInForce: boolean;
};

const SOON_MS = 300;

export function TryPanel({ slug, card, doubles, isInForce }: Props): ReactNode {
  const [args, setArgs] = useState<Record<string, Json>>(() => examplesOf(card.args));
  const [asked, setAsked] = useState({ card, doubles, args });
  const [isSure, setSure] = useState(false);
  const real = useTell('tryTool');
  useEffect(() => {
    const timer = setTimeout(() => setAsked({ card, doubles, args }), SOON_MS);
    return () => clearTimeout(timer);
  }, [card, doubles, args]);
  const known = new Set(card.args.map(({ id }) => id));
  const given = Object.fromEntries(Object.entries(asked.args).filter(([id]) => known.has(id)));
  const { data: played } = useAsk(
    'playTool',
    { slug, card: asked.card, doubles: asked.doubles, args: given },
    { enabled: cardSchema.safeParse(asked.card).success },
  );
  const isPlayed = doubles.some(({ name }) => name === card.name);
  const isRead = card.effect === 'read' || card.effect === 'none';
  return (
    <Panel title={t('tool.part.try')} note={t('tool.try.note')}>
      {card.args.map((field) => (
        <FieldInput
          key={field.id}
          field={field}
          value={args[field.id]}
          onChange={(next) => {
            const { [field.id]: _old, ...rest } = args;
            setArgs(next === undefined ? rest : { ...args, [field.id]: next });
          }}
        />
      ))}
      <section className="exact" aria-label={t('tool.try.exactly')}>
        <h4 className="exact-h with-icon">
          <FlaskConical size={14} aria-hidden /> {t('tool.try.exactly')}
        </h4>
        <div className="try-in">
          {played && <Sent sent={played.sent} />}
          {played &&
            (isPlayed ? (
              <PlayedAnswer card={card} played={played} />
            ) : (
              <p className="hint">{t(`tool.double.none.${card.adapter}`)}</p>
            ))}
        </div>
      </section>
      {isRead ? (
        <div className="row">
          <Button
            leftSection={<Radio size={14} aria-hidden />}
            disabled={!isInForce || card.unlinked !== undefined}
            loading={real.isPending}
            onClick={() => setSure(true)}
          >
            {t('tool.try.real')}
          </Button>
          {!isInForce && <span className="hint">{t('tool.try.real.not_in_force')}</span>}
        </div>
      ) : (
        <p className="hint">{t('tool.try.real.never')}</p>
      )}
      {real.error && <p className="fault">{real.error.message}</p>}
      {real.data && <RealAnswer card={card} run={real.data.run} />}
      <Modal
        opened={isSure}
        onClose={() => setSure(false)}
        title={t('tool.try.real.title', { tool: card.title })}
        size={480}
      >
        <div className="dialog-b">
          <p>{t('tool.try.real.text')}</p>
          {played && <Sent sent={played.sent} />}
        </div>
        <div className="dialog-f">
          <span className="grow" />
          <Button onClick={() => setSure(false)}>{t('tool.try.real.no')}</Button>
          <Button
            variant="filled"
            onClick={() => {
              setSure(false);
              real.mutate({ slug, tool: card.name, args: given });
            }}
          >
            {t('tool.try.real.yes')}
          </Button>
        </div>
      </Modal>
    </Panel>
  );
}
