// The ways out of a condition, tried from top to bottom; the last one takes every other case. What
// each says stands under it, and which one the last run's values take stands at the end.

import { Button, TextInput } from '@mantine/core';
import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { firstCase } from '../../engine/base/condition.ts';
import { freshId } from '../../engine/base/ids.ts';
import { isObject, type Json, type JsonObject } from '../../engine/base/value.ts';
import { Rich } from '../frame/rich.tsx';
import { textOf } from '../json-text.ts';
import { t } from '../words.ts';
import { ConditionEditor } from './condition-editor.tsx';
import { conditionOf } from './condition-of.ts';
import { useInspected } from './context.ts';
import { Faults, problemsAt } from './faults.tsx';
import { Folded } from './folded.tsx';
import { EntryBox, moved } from './records-widget.tsx';
import { conditionWords } from './say-condition.ts';
import { SettingField } from './setting-field.tsx';
import { useLeads } from './use-leads.ts';
import type { Spec } from './form-spec.ts';
import type { WidgetProps } from './widget-props.ts';

const SAYS: Spec = { key: 'says', widget: 'text', bindable: true, required: false };

type MoreProps = {
  path: string;
  code: string;
  label?: ReactNode;
  value: Json | undefined;
  onChange: (value: Json | undefined) => void;
};

/** What a way says to later steps; folded away until somebody wants it. */
function Says({ path, code, value, onChange }: MoreProps): ReactNode {
  return (
    <Folded title={t('app.cases.says')} isUsed={value !== undefined} path={path}>
      <SettingField
        spec={SAYS}
        path={path}
        code={`${code}.says`}
        label={t(`${code}.says`)}
        value={value}
        onChange={onChange}
      />
    </Folded>
  );
}

const without = (record: JsonObject, key: string): JsonObject =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));

/** The record with one part set, or taken away. */
const withPart = (record: JsonObject, key: string, value: Json | undefined): JsonObject =>
  value === undefined ? without(record, key) : { ...record, [key]: value };

export function CasesWidget({ path, code, label, value, onChange }: WidgetProps): ReactNode {
  const { sight, facts, known, problems } = useInspected();
  const leads = useLeads();
  const list = Array.isArray(value) ? value.filter(isObject) : [];
  const ports = new Set(list.map((entry) => textOf(entry['port'])));
  const words = (port: Json | undefined): string =>
    facts.ways.find((way) => way.id === port)?.words ?? textOf(port);
  const set = (i: number, key: string, next: Json | undefined): void =>
    onChange(list.with(i, withPart(list[i] ?? {}, key, next)));
  const cases = list.map((entry) => ({ when: conditionOf(entry['when']) }));
  const taken = firstCase(cases, known.scope);
  return (
    <>
      <ol className="rules">
        {list.map((entry, i) => (
          <EntryBox
            key={textOf(entry['port'])}
            n={i + 1}
            count={list.length}
            label={label}
            isLive={taken === i}
            head={
              <div className="rule-way grow" id={`field-${path}.${i}`} data-field={`${path}.${i}`}>
                <TextInput
                  className="way-name num"
                  aria-label={t(`${code}.label`)}
                  placeholder={words(entry['port'])}
                  value={typeof entry['label'] === 'string' ? entry['label'] : ''}
                  onChange={(event) => set(i, 'label', event.currentTarget.value)}
                />
                <span className="meta">{t('app.cases.when')}</span>
              </div>
            }
            onMove={(by) => onChange(moved(list, i, by))}
            onRemove={() => onChange(list.filter((_other, j) => j !== i))}
          >
            <ConditionEditor
              condition={conditionOf(entry['when'])}
              sight={sight}
              path={`${path}.${i}.when`}
              onChange={(when) => set(i, 'when', when as unknown as Json)}
            />
            <Faults problems={problemsAt(problems, `${path}.${i}.when`)} />
            <p className="cond-said num">
              <Rich
                text={t('cond.goes', {
                  to: leads(textOf(entry['port'])),
                  words: conditionWords(conditionOf(entry['when']), sight),
                })}
              />
            </p>
            <Says
              path={`${path}.${i}.says`}
              code={code}
              value={entry['says']}
              onChange={(next) => set(i, 'says', next)}
            />
          </EntryBox>
        ))}
        <Otherwise words={words('otherwise')} isLive={taken < 0 && list.length > 0} code={code} />
      </ol>
      <Button
        variant="subtle"
        className="add"
        leftSection={<Plus size={14} aria-hidden />}
        onClick={() =>
          onChange([...list, { port: freshId('way', ports, 'way'), when: { field: '', op: 'is' } }])
        }
      >
        {t('app.add.cases')}
      </Button>
      {list.length > 0 && (
        <output className="tried num">
          <Rich
            text={t(`cond.tried.${known.from}`, {
              to: leads(taken < 0 ? 'otherwise' : textOf(list[taken]?.['port'])),
            })}
          />
        </output>
      )}
    </>
  );
}

type OtherwiseProps = { words: string; code: string; isLive: boolean };

/** The last way: everything else. It cannot be removed, only named. */
function Otherwise({ words, code, isLive }: OtherwiseProps): ReactNode {
  const { step, set } = useInspected();
  const own = isObject(step.settings['otherwise']) ? step.settings['otherwise'] : {};
  const change = (key: string, next: Json | undefined): void => {
    const all = withPart(own, key, next === '' ? undefined : next);
    set('otherwise', Object.keys(all).length > 0 ? all : undefined);
  };
  return (
    <li className={isLive ? 'rule is-live' : 'rule'} data-field="otherwise">
      <div className="rule-way">
        <TextInput
          className="way-name num"
          aria-label={t(`${code}.label`)}
          placeholder={words}
          value={textOf(own['label'])}
          onChange={(event) => change('label', event.currentTarget.value)}
        />
        <span className="meta">{t('app.cases.otherwise')}</span>
      </div>
      <Says
        path="otherwise.says"
        code={code}
        value={own['says']}
        onChange={(next) => change('says', next)}
      />
    </li>
  );
}
