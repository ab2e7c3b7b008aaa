// The tools of a workflow as a list: kind, name, what each does, and what still has to be done.

import { Button } from '@mantine/core';
import { KeyRound, Plug, Plus, TriangleAlert, Unlink } from 'lucide-react';
import { createElement, type ReactNode } from 'react';
import type { Card, ToolServer } from '../../engine/1-document/schema.ts';
import type { ToolsFile } from '../../engine/1-document/tools-file.ts';
import { t } from '../words.ts';
import type { CardProblem } from './card-problems.ts';
import { ADAPTER_ICONS } from './kinds.ts';

/** What is shown at the right. */
export type Chosen =
  | { at: 'add' }
  | { at: 'keys' }
  | { at: 'tool'; name: string; isNew?: true }
  | { at: 'server'; id: string };

const isActing = ({ effect }: Card): boolean => effect !== 'none' && effect !== 'read';

type RowProps = {
  icon: ReactNode;
  title: string;
  meta: string;
  isOn: boolean;
  problems?: CardProblem[];
  onChoose: () => void;
};

function Row({ icon, title, meta, isOn, problems = [], onChoose }: RowProps): ReactNode {
  const isUnlinked = problems.some(({ at }) => at === 'unlinked');
  const n = problems.length;
  return (
    <li>
      <button
        type="button"
        className={isOn ? 'tool-row on' : 'tool-row'}
        aria-current={isOn ? 'true' : undefined}
        onClick={onChoose}
      >
        <span className="tile tile-tool" aria-hidden>
          {icon}
        </span>
        <span className="grow">
          <b className="cut block">{title}</b>
          <span className="meta cut block">{meta}</span>
        </span>
        {n > 0 && (
          <span className="tool-badge">
            {isUnlinked ? (
              <Unlink size={12} aria-hidden />
            ) : (
              <TriangleAlert size={12} aria-hidden />
            )}
            <span className="sr">{t('tool.list.problems', { n })}</span>
          </span>
        )}
      </button>
    </li>
  );
}

type Props = {
  file: ToolsFile;
  problems: Map<string, CardProblem[]>;
  chosen: Chosen;
  onChoose: (chosen: Chosen) => void;
};

const cardMeta = (card: Card): string =>
  t('tool.list.meta', {
    kind: t(`tool.kind.${card.adapter}`),
    effect: t(`tool.effect.short.${isActing(card) ? card.effect : 'read'}`),
  });

const serverMeta = ({ transport }: ToolServer): string => t(`tool.server.kind.${transport}`);

export function ToolList({ file, problems, chosen, onChoose }: Props): ReactNode {
  const isOn = (at: Chosen['at'], id?: string): boolean =>
    chosen.at === at &&
    (id === undefined ||
      ('name' in chosen ? chosen.name === id : 'id' in chosen && chosen.id === id));
  return (
    <nav className="tool-list" aria-label={t('tool.list')}>
      <Button
        fullWidth
        leftSection={<Plus size={14} aria-hidden />}
        aria-current={chosen.at === 'add' ? 'true' : undefined}
        onClick={() => onChoose({ at: 'add' })}
      >
        {t('tool.add')}
      </Button>
      <ul>
        {file.cards.map((card) => (
          <Row
            key={card.name}
            icon={createElement(ADAPTER_ICONS[card.adapter], { size: 16 })}
            title={card.title || t('tool.unnamed')}
            meta={cardMeta(card)}
            isOn={isOn('tool', card.name)}
            problems={problems.get(card.name) ?? []}
            onChoose={() => onChoose({ at: 'tool', name: card.name })}
          />
        ))}
      </ul>
      {file.servers.length > 0 && <h2 className="cap">{t('tool.list.servers')}</h2>}
      <ul>
        {file.servers.map((server) => (
          <Row
            key={server.id}
            icon={<Plug size={16} />}
            title={server.title}
            meta={serverMeta(server)}
            isOn={isOn('server', server.id)}
            problems={problems.get(`server ${server.id}`) ?? []}
            onChoose={() => onChoose({ at: 'server', id: server.id })}
          />
        ))}
      </ul>
      <ul className="tool-list-end">
        <Row
          icon={<KeyRound size={16} />}
          title={t('tool.keys')}
          meta={t('tool.keys.meta')}
          isOn={isOn('keys')}
          onChoose={() => onChoose({ at: 'keys' })}
        />
      </ul>
    </nav>
  );
}
