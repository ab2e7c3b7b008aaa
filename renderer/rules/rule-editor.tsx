// One rule, opened: its name, when it applies, what happens then, and whom it asks.

import { SegmentedControl, Select, TextInput } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { OWNER_SLOTS, type Card, type Person, type Rule } from '../../engine/1-document/schema.ts';
import { leavesOf } from '../../engine/base/condition.ts';
import type { AuthorityCard } from '../../engine/node.ts';
import { namedBy } from '../../engine/policy/sink.ts';
import { isSink } from '../../engine/policy/source.ts';
import type { Sight } from '../document/reach.ts';
import { Rich } from '../frame/rich.tsx';
import { ConditionEditor } from '../inspector/condition-editor.tsx';
import { t } from '../words.ts';
import { ruleSentence } from './rule-words.ts';

export type RuleWorld = { sight: Sight; people: Person[]; cards: Card[] };
type Props = { rule: Rule; world: RuleWorld; onChange: (rule: Rule, gesture?: string) => void };

/** Everybody a rule can ask, grouped as people think of them. */
function askData(people: Person[]) {
  const roles = [...new Set(people.flatMap((person) => person.roles))];
  return [
    {
      group: t('rule.ask.roles'),
      items: roles.map((role) => ({ value: role, label: t('rule.ask.role', { role }) })),
    },
    {
      group: t('rule.ask.people'),
      items: people.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      group: t('rule.ask.slots'),
      items: OWNER_SLOTS.filter((slot) => !roles.includes(slot)).map((slot) => ({
        value: slot,
        label: t(`rule.ask.slot.${slot}`),
      })),
    },
  ];
}

/** Arguments that could carry text from outside past this rule; the door asks about them anyway. */
function openArguments({ when, then }: Rule, cards: Card[]): string[] {
  if (then !== 'allow') return [];
  const tools = leavesOf(when).flatMap(({ field, op, value }) =>
    field === 'tool' && op === 'is' ? [value] : [],
  );
  const found = cards.filter((card) => tools.includes(card.name) && isSink(card as AuthorityCard));
  return found.flatMap((card) => {
    const named = namedBy(when, card as AuthorityCard);
    return card.args.filter(({ id }) => !named.has(`args.${id}`)).map(({ label }) => label);
  });
}

export function RuleEditor({ rule, world, onChange }: Props): ReactNode {
  const { sight, people, cards } = world;
  const open = openArguments(rule, cards);
  const { ask: _ask, ...without } = rule;
  const setThen = (then: Rule['then']): void =>
    onChange(then === 'ask' ? { ...rule, then } : { ...without, then });
  return (
    <div className="rule-editor">
      <p className="sentence" aria-live="polite">
        <Rich text={ruleSentence(rule, sight, people)} />
      </p>
      <div className="rule-editor-in">
        <div className="rule-side">
          <TextInput
            label={t('rule.name')}
            placeholder={t('rule.name.placeholder')}
            value={rule.name}
            maxLength={120}
            onChange={(event) =>
              onChange({ ...rule, name: event.currentTarget.value }, `name ${rule.id}`)
            }
          />
          <div className="field">
            <span className="field-label" id={`then-${rule.id}`}>
              {t('rule.then')}
            </span>
            <SegmentedControl
              fullWidth
              aria-labelledby={`then-${rule.id}`}
              value={rule.then}
              data={(['allow', 'ask', 'deny'] as const).map((value) => ({
                value,
                label: t(`rule.then.pick.${value}`),
              }))}
              onChange={(next) => setThen(next as Rule['then'])}
            />
          </div>
          {rule.then === 'ask' && (
            <Select
              label={t('rule.ask.label')}
              data={askData(people)}
              value={rule.ask ?? 'approvals'}
              searchable
              rightSection={<ChevronDown size={14} aria-hidden />}
              onChange={(next) => next && onChange({ ...rule, ask: next })}
            />
          )}
          {open.length > 0 && (
            <p className="hint">{t('rule.sink.note', { fields: open.join('\n') })}</p>
          )}
        </div>
        <fieldset className="rule-when">
          <legend className="field-label">{t('rule.condition')}</legend>
          <ConditionEditor
            condition={rule.when}
            sight={sight}
            onChange={(when) => onChange({ ...rule, when }, `when ${rule.id}`)}
          />
        </fieldset>
      </div>
    </div>
  );
}
