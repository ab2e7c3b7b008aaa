// Rules as a table: when · who or what · then. The order is part of what they say, so it is
// changed in place: by dragging a row's handle, or with the arrow keys on it.
// RT1 one rule at a time is open, below its row. What cannot be put in force is said at its place.

import { ActionIcon, Button } from '@mantine/core';
import { ChevronRight, Copy, GripVertical, Plus, Trash2, TriangleAlert } from 'lucide-react';
import { useState, type DragEvent, type KeyboardEvent, type ReactNode } from 'react';
import type { Rule } from '../../engine/1-document/schema.ts';
import { freshId } from '../../engine/base/ids.ts';
import { t } from '../words.ts';
import { conditionWords, halves } from './condition-words.ts';
import { RuleEditor, type RuleWorld } from './rule-editor.tsx';
import { askedName, type RuleProblem } from './rule-words.ts';

type Props = {
  rules: Rule[];
  world: RuleWorld;
  problems: RuleProblem[];
  /** Calls of the last runs each rule decides, by its id; unknown while they are counted. */
  decides: Record<string, number> | undefined;
  onChange: (rules: Rule[], gesture?: string) => void;
};

const moved = (rules: Rule[], from: number, to: number): Rule[] => {
  const rest = rules.toSpliced(from, 1);
  return rest.toSpliced(to, 0, rules[from] as Rule);
};

const HEADS = ['order', 'when', 'who', 'then', 'decides'] as const;

export function RulesTable({ rules, world, problems, decides, onChange }: Props): ReactNode {
  const [openId, setOpen] = useState<string>();
  const [dragged, setDragged] = useState<number>();
  const [over, setOver] = useState<number>();
  const [said, setSaid] = useState('');
  const move = (from: number, to: number): void => {
    if (to < 0 || to >= rules.length || from === to) return;
    onChange(moved(rules, from, to));
    const name = rules[from]?.name ?? '';
    setSaid(t('rule.moved', { name, n: to + 1, of: rules.length }));
  };
  const ids = new Set(rules.map(({ id }) => id));
  const insert = (at: number, rule: Rule): void => {
    onChange(rules.toSpliced(at, 0, rule));
    setOpen(rule.id);
  };
  const remove = (at: number): void => {
    onChange(rules.toSpliced(at, 1));
    setSaid(t('rule.removed', { name: rules[at]?.name ?? '' }));
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    if (dragged !== undefined && over !== undefined) move(dragged, over);
    setDragged(undefined);
    setOver(undefined);
  };
  return (
    <>
      <div className="table">
        <table className="list rules-list num" aria-label={t('rule.table')}>
          <thead>
            <tr>
              {HEADS.map((head) => (
                <th key={head} scope="col" className={`rule-col-${head}`}>
                  {t(`rule.head.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rules.map((rule, at) => (
              <RuleRow
                key={rule.id}
                {...{ rule, at, world, of: rules.length }}
                problems={problems.filter((one) => one.at === at)}
                decides={decides?.[rule.id] ?? (decides ? 0 : undefined)}
                isOpen={openId === rule.id}
                isOver={over === at && dragged !== at}
                onToggle={() => setOpen(openId === rule.id ? undefined : rule.id)}
                onChange={(next, gesture) => onChange(rules.with(at, next), gesture)}
                onMove={(by) => move(at, at + by)}
                onCopy={() => {
                  const name = t('rule.copy_of', { name: rule.name }).slice(0, 120);
                  insert(at + 1, { ...rule, id: freshId(rule.name, ids, 'rule'), name });
                }}
                onRemove={() => remove(at)}
                onDragStart={() => setDragged(at)}
                onDragOver={(event) => {
                  if (dragged === undefined) return;
                  event.preventDefault();
                  setOver(at);
                }}
                onDrop={drop}
                onDragEnd={() => {
                  setDragged(undefined);
                  setOver(undefined);
                }}
              />
            ))}
            <tr className="rule-rest">
              <td colSpan={3}>{t('rule.rest')}</td>
              <td colSpan={2}>{t('rule.rest.then')}</td>
            </tr>
          </tbody>
        </table>
      </div>
      <output className="sr">{said}</output>
      <Button
        className="place-self-start"
        leftSection={<Plus size={14} aria-hidden />}
        onClick={() =>
          insert(rules.length, {
            id: freshId('rule', ids, 'rule'),
            name: t('rule.new'),
            when: { field: 'tool', op: 'is' },
            then: 'ask',
          })
        }
      >
        {t('rule.add')}
      </Button>
    </>
  );
}

type RowProps = {
  rule: Rule;
  at: number;
  of: number;
  world: RuleWorld;
  problems: RuleProblem[];
  decides: number | undefined;
  isOpen: boolean;
  isOver: boolean;
  onToggle: () => void;
  onChange: (rule: Rule, gesture?: string) => void;
  onMove: (by: 1 | -1) => void;
  onCopy: () => void;
  onRemove: () => void;
  onDragStart: () => void;
  onDragOver: (event: DragEvent) => void;
  onDrop: (event: DragEvent) => void;
  onDragEnd: () => void;
};

function RuleRow(props: RowProps): ReactNode {
  const { rule, at, of, world, problems, decides, isOpen, isOver } = props;
  const { who, when } = halves(rule.when);
  const { name } = rule;
  const keys = (event: KeyboardEvent): void => {
    const by = ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key];
    if (!by) return;
    event.preventDefault();
    props.onMove(by);
  };
  const words = conditionWords(when, world.sight) || t('rule.any_when');
  return (
    <>
      <tr
        className={`rule-tr${isOver ? ' over' : ''}${isOpen ? ' open' : ''}`}
        onDragOver={props.onDragOver}
        onDrop={props.onDrop}
      >
        <td>
          <span className="with-icon">
            <button
              type="button"
              className="rule-grip"
              draggable
              aria-label={t('rule.move', { name, n: at + 1, of })}
              title={t('rule.move.help')}
              onKeyDown={keys}
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move';
                event.dataTransfer.setData('text/plain', rule.id);
                props.onDragStart();
              }}
              onDragEnd={props.onDragEnd}
            >
              <GripVertical size={14} aria-hidden />
            </button>
            {at + 1}
          </span>
        </td>
        <td>
          <button
            type="button"
            className="rule-name"
            aria-expanded={isOpen}
            aria-label={t('rule.open', { name })}
            onClick={props.onToggle}
          >
            <ChevronRight size={14} aria-hidden className={isOpen ? 'turned' : undefined} />
            <b>{name || t('rule.new')}</b>
          </button>
          <span className="rule-words">{words}</span>
          {problems.map(({ code, params }) => (
            <span key={code} className="fault with-icon">
              <TriangleAlert size={12} aria-hidden /> {t(code, params)}
            </span>
          ))}
        </td>
        <td>{conditionWords(who, world.sight) || t('rule.any_who')}</td>
        <td>
          <span className={`rule-then then-${rule.then}`}>
            {t(`rule.then.${rule.then}`, { who: askedName(rule.ask, world.people) })}
          </span>
        </td>
        <td className="rule-end">
          <span className="meta">
            {decides === undefined ? '' : t('tried.decides', { n: decides })}
          </span>
          <span className="rule-acts">
            <ActionIcon size={28} aria-label={t('rule.copy', { name })} onClick={props.onCopy}>
              <Copy size={14} aria-hidden />
            </ActionIcon>
            <ActionIcon size={28} aria-label={t('rule.remove', { name })} onClick={props.onRemove}>
              <Trash2 size={14} aria-hidden />
            </ActionIcon>
          </span>
        </td>
      </tr>
      {isOpen && (
        <tr className="rule-opened">
          <td colSpan={5}>
            <RuleEditor rule={rule} world={world} onChange={props.onChange} />
          </td>
        </tr>
      )}
    </>
  );
}
