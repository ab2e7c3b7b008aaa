// The practice double of a tool: what it answers when somebody practises. The first answer whose
// condition holds is given.
// DP1 what the form cannot say (rows and mails an answer leaves behind) is kept as it is, and told.

import { ActionIcon, Button, Switch, TextInput } from '@mantine/core';
import { Plus, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Card, Practice } from '../../engine/1-document/schema.ts';
import { isObject, type JsonObject } from '../../engine/base/value.ts';
import type { Sight } from '../document/reach.ts';
import { ConditionEditor } from '../inspector/condition-editor.tsx';
import { t } from '../words.ts';
import { partText, textPart } from './double-text.ts';
import { examplesOf } from './kinds.ts';
import { Panel } from './panel.tsx';

type Double = Practice['tools'][number];
type Answer = Double['answers'][number];

type AnswerProps = {
  card: Card;
  answer: Answer;
  n: number;
  sight: Sight;
  onChange: (answer: Answer, gesture?: string) => void;
  onRemove: (() => void) | undefined;
};

function AnswerForm({ card, answer, n, sight, onChange, onRemove }: AnswerProps): ReactNode {
  const { when: _when, fail: _fail, ...bare } = answer;
  const value: JsonObject = isObject(answer.value) ? answer.value : {};
  const leaves = (answer.write?.length ?? 0) + (answer.mail ? 1 : 0);
  return (
    <li className="rule" aria-label={t('tool.double.answer', { n })}>
      <div className="rule-way">
        <b>{t('tool.double.answer', { n })}</b>
        <span className="meta">{answer.when ? '' : t('tool.double.else')}</span>
        <span className="grow" />
        {onRemove && (
          <ActionIcon size={24} aria-label={t('tool.double.remove', { n })} onClick={onRemove}>
            <Trash2 size={14} aria-hidden />
          </ActionIcon>
        )}
      </div>
      {answer.when ? (
        <ConditionEditor
          condition={answer.when}
          sight={sight}
          onChange={(when) => onChange({ ...answer, when }, `double ${n}`)}
        />
      ) : (
        <Button
          variant="subtle"
          className="place"
          leftSection={<Plus size={12} aria-hidden />}
          onClick={() => onChange({ ...answer, when: { field: '', op: 'is' } })}
        >
          {t('tool.double.when')}
        </Button>
      )}
      <Switch
        label={t('tool.double.fails')}
        checked={answer.fail !== undefined}
        onChange={(event) => {
          const fail = { kind: 'terminal' as const, message: t('tool.double.fails.message') };
          const kept = answer.when ? { ...bare, when: answer.when } : bare;
          onChange(event.currentTarget.checked ? { ...kept, fail } : kept);
        }}
      />
      {answer.fail ? (
        <TextInput
          aria-label={t('tool.double.says')}
          value={answer.fail.message}
          onChange={(event) => {
            const fail = {
              kind: answer.fail?.kind ?? 'terminal',
              message: event.currentTarget.value,
            };
            onChange({ ...answer, fail }, `fail ${n}`);
          }}
        />
      ) : (
        card.result.map((field) => (
          <TextInput
            key={field.id}
            label={field.label}
            placeholder={t('tool.double.placeholder', {
              example: `{{args.${card.args[0]?.id ?? 'name'}}}`,
            })}
            value={partText(value[field.id])}
            onChange={(event) => {
              const part = textPart(event.currentTarget.value, field);
              onChange(
                { ...answer, value: { ...value, [field.id]: part } },
                `double ${n} ${field.id}`,
              );
            }}
          />
        ))
      )}
      {leaves > 0 && <p className="hint">{t('tool.double.leaves', { n: leaves })}</p>}
    </li>
  );
}

type Props = {
  card: Card;
  double: Double | undefined;
  sight: Sight;
  onChange: (double: Double | undefined, gesture?: string) => void;
};

export function DoublePanel({ card, double, sight, onChange }: Props): ReactNode {
  const answers = double?.answers ?? [];
  const set = (next: Answer[], gesture?: string): void =>
    onChange(next.length ? { name: card.name, answers: next } : undefined, gesture);
  const fresh = (): Answer => ({ value: examplesOf(card.result) });
  return (
    <Panel title={t('tool.part.double')} note={t('tool.double.note')}>
      {answers.length === 0 && <p className="hint">{t(`tool.double.none.${card.adapter}`)}</p>}
      <ol className="rules">
        {answers.map((answer, at) => (
          <AnswerForm
            key={at}
            card={card}
            answer={answer}
            n={at + 1}
            sight={sight}
            onChange={(next, gesture) => set(answers.with(at, next), gesture)}
            onRemove={() => set(answers.toSpliced(at, 1))}
          />
        ))}
      </ol>
      <Button
        variant="subtle"
        className="add"
        leftSection={<Plus size={14} aria-hidden />}
        onClick={() => set([...answers, fresh()])}
      >
        {t('tool.double.add')}
      </Button>
    </Panel>
  );
}
