// One row of the outline: a step, one of its ways out, or the word that a room is empty.
// RO1 what is drawn here is hidden from readers; they hear the row's own sentence (row-words.ts).

import { ChevronDown, ChevronRight, CornerDownRight, TriangleAlert } from 'lucide-react';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { StateTag } from '../canvas/states.tsx';
import { limitOf } from '../canvas/step-facts.ts';
import { Tile } from '../canvas/tile.tsx';
import { sayProblem } from '../problems/say-problem.ts';
import { t } from '../words.ts';
import type { OutlineRow, StepRow, WayRow } from './outline-rows.ts';
import {
  isOnlyWay,
  leadsWords,
  lineOf,
  roundWords,
  rowWords,
  toldIn,
  wayLight,
  wayWords,
  type Around,
} from './row-words.ts';

/** Deeper rows stand under the last guide line: a list has no endless width. */
const DEEPEST = 8;
/** States that need no frame of their own: nothing happened. */
const QUIET = new Set(['idle', 'skipped']);

type NameProps = { row: StepRow; onRename: (name: string | undefined) => void };

/** The name while it is changed: Enter keeps it, Escape brings the old one back. */
function NameField({ row, onRename }: NameProps): ReactNode {
  const isOver = useRef(false);
  const end = (name: string | undefined): void => {
    if (isOver.current) return;
    isOver.current = true;
    onRename(name);
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>): void => {
    event.stopPropagation();
    if (event.key === 'Enter') end(event.currentTarget.value);
    if (event.key === 'Escape') end(undefined);
  };
  return (
    <input
      ref={(input) => {
        if (!input || input.dataset['begun']) return;
        input.dataset['begun'] = 'yes';
        input.focus();
        input.select();
      }}
      className="o-rename"
      aria-label={t('app.outline.rename', { name: row.node.name })}
      maxLength={120}
      defaultValue={row.node.name}
      onKeyDown={onKey}
      onBlur={(event) => end(event.currentTarget.value)}
    />
  );
}

type StepProps = {
  row: StepRow;
  around: Around;
  isRenaming: boolean;
  onRename: NameProps['onRename'];
};

function StepLine({ row, around, isRenaming, onRename }: StepProps): ReactNode {
  const { node, facts, id } = row;
  const { lit, names, problems } = around;
  const light = lit?.steps[id];
  const round = lit?.rounds[id];
  const own = problems.get(id) ?? [];
  const [first] = own;
  const more = own.length > 1 ? ` · ${t('app.outline.more', { n: own.length - 1 })}` : '';
  return (
    <>
      <Tile family={facts.family} icon={facts.icon} small />
      {isRenaming ? (
        <NameField row={row} onRename={onRename} />
      ) : (
        <b className="o-name cut">{node.name || facts.kind}</b>
      )}
      <span className="o-line cut">{lineOf(row, names)}</span>
      {!first &&
        !lit &&
        toldIn(row).map(({ way, leads }) => (
          <span key={way.id} className="o-told">
            <span className="o-way">{wayWords({ way, leads }, isOnlyWay(row))}</span>
            <span className="meta">{leadsWords(leads)}</span>
          </span>
        ))}
      {first && (
        <span className="o-problem cut">
          <TriangleAlert size={12} strokeWidth={2.5} aria-hidden />
          <span className="cut">{sayProblem(first).text + more}</span>
        </span>
      )}
      {light ? (
        <span className="o-state">
          {round && <span className="meta num">{roundWords(round)}</span>}
          <StateTag state={light.state} word={light.word} pill={!QUIET.has(light.state)} />
          <span className="o-kind num">{light.facts}</span>
        </span>
      ) : (
        <span className="o-kind num">{limitOf(facts, node, names)}</span>
      )}
    </>
  );
}

function WayLine({ row, isOnly }: { row: WayRow; isOnly: boolean }): ReactNode {
  const isDefault = row.leads.how !== 'to';
  return (
    <>
      <span className={`o-way${isDefault ? ' undrawn' : ''}`}>{wayWords(row, isOnly)}</span>
      {row.isAbove && row.isOpen ? (
        <CornerDownRight size={14} className="o-below" aria-hidden />
      ) : (
        <span className="o-line cut">{leadsWords(row.leads)}</span>
      )}
    </>
  );
}

export type RowProps = {
  row: OutlineRow;
  around: Around;
  isOnly: boolean;
  isCurrent: boolean;
  isSelected: boolean;
  isRenaming: boolean;
  onRename: NameProps['onRename'];
  onKey: (event: KeyboardEvent) => void;
  onHold: () => void;
  onPick: () => void;
  onFold: () => void;
};

export function OutlineLine(props: RowProps): ReactNode {
  const { row, around, isOnly, isCurrent, isSelected } = props;
  const light = row.is === 'step' ? around.lit?.steps[row.id]?.state : undefined;
  const way = row.is === 'way' ? wayLight(row, around.lit) : undefined;
  const looks = [isSelected && 'on', isCurrent && 'here', light && `is-${light}`, way]
    .filter(Boolean)
    .join(' ');
  const Chevron = row.isOpen ? ChevronDown : ChevronRight;
  return (
    <div
      role="treeitem"
      data-key={row.key}
      className={`o-row o-row-${row.is} ${looks}`}
      aria-level={row.level}
      aria-posinset={row.pos}
      aria-setsize={row.of}
      aria-expanded={row.isOpen}
      aria-selected={isSelected}
      tabIndex={isCurrent ? 0 : -1}
      onFocus={(event) => event.target === event.currentTarget && props.onHold()}
      onClick={props.onPick}
      onKeyDown={props.onKey}
    >
      {!props.isRenaming && <span className="sr">{rowWords(row, around, isOnly)}</span>}
      <span className="o-cells" aria-hidden={!props.isRenaming}>
        <span className="o-n num">{row.is === 'step' ? row.n : ''}</span>
        <span className="o-pad" aria-hidden>
          {Array.from({ length: Math.min(row.level - 1, DEEPEST) }, (_x, i) => (
            <i key={i} />
          ))}
        </span>
        <span
          className="o-fold"
          aria-hidden
          onClick={(event) => {
            if (row.isOpen === undefined) return;
            event.stopPropagation();
            props.onFold();
          }}
        >
          {row.isOpen !== undefined && <Chevron size={14} aria-hidden />}
        </span>
        {row.is === 'step' && (
          <StepLine
            row={row}
            around={around}
            isRenaming={props.isRenaming}
            onRename={props.onRename}
          />
        )}
        {row.is === 'way' && <WayLine row={row} isOnly={isOnly} />}
        {row.is === 'empty' && <span className="o-line">{t('app.outline.empty')}</span>}
      </span>
    </div>
  );
}
