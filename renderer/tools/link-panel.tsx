// A tool that came with somebody else's workflow: what it would reach, what it still lacks, and the
// one press that links it. Until then it is only ever played.

import { Button } from '@mantine/core';
import { Check, CircleDashed, Link2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Card } from '../../engine/1-document/schema.ts';
import { stepsOf } from '../../engine/1-document/scopes.ts';
import { useDocument } from '../document/use-document.ts';
import { t } from '../words.ts';
import type { CardProblem } from './card-problems.ts';
import type { ToolWorld } from './tool-world.ts';

type Props = {
  card: Card;
  world: ToolWorld;
  problems: CardProblem[];
  /** How many tools are not linked yet, this one among them. */
  left: number;
  onChange: (card: Card) => void;
};

/** What a person looks at before linking, and whether it is done. */
function needsOf(card: Card, problems: CardProblem[]): { text: string; isDone: boolean }[] {
  const { hosts = [], options = {} } = card;
  const place = options['folder'] ?? options['file'];
  const wrong = problems.filter(({ isError }) => isError).length;
  return [
    ...(hosts.length ? [{ text: t('link.hosts', { list: hosts.join('\n') }), isDone: true }] : []),
    ...(typeof place === 'string' ? [{ text: t('link.place', { place }), isDone: true }] : []),
    { text: t(`link.effect.${card.effect}`), isDone: true },
    ...(card.secret === undefined
      ? []
      : [
          {
            text: t('link.key', { secret: card.secret }),
            isDone: !problems.some(({ at }) => at === 'secret'),
          },
        ]),
    ...(wrong > 0 ? [{ text: t('link.wrong', { n: wrong }), isDone: false }] : []),
  ];
}

export function LinkPanel({ card, world, problems, left, onChange }: Props): ReactNode {
  const { loaded } = useDocument(world.slug);
  const waiting = card.unlinked ?? [];
  const names = [...stepsOf(world.doc.workflow.scope)]
    .filter(({ node }) => waiting.includes(node.id))
    .map(({ node }) => node.name);
  const link = (): void => {
    const { unlinked: _unlinked, ...linked } = card;
    const known = new Set([...stepsOf(world.doc.workflow.scope)].map(({ node }) => node.id));
    loaded?.open.apply(
      waiting
        .filter((step) => known.has(step))
        .map((step) => ({ do: 'set', step, path: 'tool', value: card.name })),
    );
    void loaded?.open.flush();
    onChange(linked);
  };
  return (
    <section className="link-panel" aria-label={t('link.title')}>
      <p>
        <b>{t('link.title')}</b> {t('link.text', { n: left })}
      </p>
      <ul>
        {needsOf(card, problems).map(({ text, isDone }) => (
          <li key={text} className="with-icon">
            {isDone ? <Check size={14} aria-hidden /> : <CircleDashed size={14} aria-hidden />}
            {text}
            {!isDone && <span className="fault">{t('link.open')}</span>}
          </li>
        ))}
      </ul>
      {names.length > 0 && <p className="hint">{t('link.steps', { list: names.join('\n') })}</p>}
      <Button
        variant="filled"
        leftSection={<Link2 size={14} aria-hidden />}
        disabled={!loaded}
        onClick={link}
      >
        {t('link.do')}
      </Button>
    </section>
  );
}
