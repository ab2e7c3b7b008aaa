// One question of the guided choice, with its answers.

import { NumberInput, Select, TextInput } from '@mantine/core';
import { ChevronDown, CircleHelp, FileText, Mail, ReceiptText, UserPlus } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import type { Person } from '../../engine/1-document/schema.ts';
import { currencySigns, figureSigns } from '../format.ts';
import { t } from '../words.ts';
import { WHATS, type Answers, type What } from './fit.ts';
import type { QuestionName } from './question-words.ts';

export type Choice = What | 'other';
type Props = {
  question: QuestionName;
  choice: Choice | undefined;
  answers: Answers | undefined;
  people: Person[];
  currency: string;
  choose: (choice: Choice) => void;
  set: (change: Partial<Answers>) => void;
  onDescribe: () => void;
  onEmpty: () => void;
};
type Answered = Props & { answers: Answers };

const ICONS = {
  claim: ReceiptText,
  document: FileText,
  mail: Mail,
  customer: UserPlus,
  other: CircleHelp,
};

/** Answers of which one is chosen, as cards that are radio buttons. */
function Cards<T extends string>(props: {
  name: string;
  value: T | undefined;
  options: { value: T; title: string; line?: string; icon?: ReactNode }[];
  onChange: (value: T) => void;
}): ReactNode {
  return (
    <div className="choices">
      {props.options.map(({ value, title, line, icon }, i) => (
        <label key={value} className="answer">
          <input
            type="radio"
            name={props.name}
            checked={props.value === value}
            {...(i === 0 ? { 'data-autofocus': true } : {})}
            onChange={() => props.onChange(value)}
          />
          {icon}
          <span>
            <b>{title}</b>
            {line && <span className="meta block">{line}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}

function WhatComes({ choice, choose, onDescribe, onEmpty }: Props): ReactNode {
  return (
    <>
      <Cards
        name="what"
        value={choice}
        onChange={choose}
        options={[...WHATS, 'other' as const].map((value) => {
          const Icon = ICONS[value];
          return {
            value,
            title: t(`start.q.what.${value}`),
            line: t(`start.q.what.${value}.line`),
            icon: <Icon size={16} aria-hidden />,
          };
        })}
      />
      {choice === 'other' && (
        <p className="row">
          <button type="button" className="plain link" onClick={onDescribe}>
            {t('start.how.words')}
          </button>
          <button type="button" className="plain link" onClick={onEmpty}>
            {t('app.home.empty')}
          </button>
        </p>
      )}
    </>
  );
}

const HAPPENS: Record<What, [alone: string, ask: string]> = {
  claim: ['alone', 'ask'],
  document: ['summary', 'ask'],
  mail: ['alone', 'ask'],
  customer: ['alone', 'ask'],
};

function Happens({ answers, set }: Answered): ReactNode {
  const [alone, ask] = HAPPENS[answers.what];
  return (
    <Cards
      name="happen"
      value={answers.asksFirst ? 'ask' : 'alone'}
      onChange={(value) => set({ asksFirst: value === 'ask' })}
      options={[
        { value: 'alone' as const, title: t(`start.q.happen.${answers.what}.${alone}`) },
        { value: 'ask' as const, title: t(`start.q.happen.${answers.what}.${ask}`) },
      ]}
    />
  );
}

type PersonProps = {
  label: string;
  value: string;
  people: Person[];
  onChange: (id: string) => void;
};

const PersonSelect = ({ label, value, people, onChange }: PersonProps): ReactNode => (
  <Select
    label={label}
    value={value}
    data={people.map(({ id, name, roles }) => ({
      value: id,
      label: roles.length ? `${name}, ${roles.join(', ')}` : name,
    }))}
    onChange={(next) => next && onChange(next)}
    rightSection={<ChevronDown size={14} aria-hidden />}
  />
);

type AmountProps = {
  label: string;
  help?: string;
  value: number;
  currency: string;
  onChange: (amount: number) => void;
};

const Amount = ({ label, help, value, currency, onChange }: AmountProps): ReactNode => (
  <NumberInput
    className="num"
    label={label}
    description={help}
    inputWrapperOrder={['label', 'input', 'description']}
    {...figureSigns()}
    {...currencySigns(currency)}
    decimalScale={2}
    min={0.01}
    value={value}
    onChange={(next) => typeof next === 'number' && onChange(next)}
  />
);

function WhoAgrees({ answers, people, currency, set }: Answered): ReactNode {
  const { what, asksFirst, first, second, from, above, trouble } = answers;
  const isClaim = what === 'claim';
  const isAsked = what !== 'customer' || asksFirst;
  return (
    <div className="two">
      {isClaim && !asksFirst && (
        <Amount
          label={t('start.q.who.from')}
          help={t('start.q.who.from.help')}
          value={from}
          currency={currency}
          onChange={(amount) => set({ from: amount })}
        />
      )}
      {isAsked && (
        <PersonSelect
          label={t('start.q.who.first')}
          value={first}
          people={people}
          onChange={(id) => set({ first: id })}
        />
      )}
      {isClaim && (
        <>
          <Amount
            label={t('start.q.who.above')}
            value={above}
            currency={currency}
            onChange={(amount) => set({ above: amount })}
          />
          <PersonSelect
            label={t('start.q.who.second')}
            value={second}
            people={people}
            onChange={(id) => set({ second: id })}
          />
        </>
      )}
      <PersonSelect
        label={t('start.q.who.trouble')}
        value={trouble}
        people={people}
        onChange={(id) => set({ trouble: id })}
      />
    </div>
  );
}

function MayCost({ answers, set }: Answered): ReactNode {
  return (
    <div className="two">
      <Amount
        label={t('start.q.cost.run')}
        value={answers.costUsd}
        currency="USD"
        onChange={(costUsd) => set({ costUsd })}
      />
      <NumberInput
        className="num"
        label={t('start.q.cost.minutes')}
        min={1}
        max={10_000}
        allowDecimal={false}
        value={answers.minutes}
        onChange={(next) => typeof next === 'number' && next >= 1 && set({ minutes: next })}
      />
      <p className="all meta">{t('start.q.cost.help')}</p>
    </div>
  );
}

function Answer(props: Props): ReactNode {
  const { question, answers } = props;
  if (question === 'what' || !answers) return <WhatComes {...props} />;
  const answered = { ...props, answers };
  switch (question) {
    case 'happen':
      return <Happens {...answered} />;
    case 'who':
      return <WhoAgrees {...answered} />;
    case 'cost':
      return <MayCost {...answered} />;
    case 'name':
      return (
        <TextInput
          aria-label={t('start.q.name')}
          maxLength={120}
          value={answers.name}
          onChange={(event) => props.set({ name: event.currentTarget.value })}
        />
      );
  }
}

/** The field a person goes on with: the chosen answer, else the first. */
const FIELD = 'input:checked, input:not([type=radio]):not([type=hidden]), input';

export function Question(props: Props): ReactNode {
  const box = useRef<HTMLFieldSetElement>(null);
  const shown = useRef(props.question);
  useEffect(() => {
    if (shown.current === props.question) return;
    shown.current = props.question;
    box.current?.querySelector<HTMLElement>(FIELD)?.focus();
  }, [props.question]);
  return (
    <fieldset className="question" ref={box}>
      <legend>{t(`start.q.${props.question}`)}</legend>
      <Answer {...props} />
    </fieldset>
  );
}
