// The guided choice: one plain question at a time, and beside it what the answers come to, judged
// live on the fitted drawing. No model is asked.

import { Button } from '@mantine/core';
import { ArrowLeft, ArrowRight, Wand } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { Refused } from '../frame/refused.tsx';
import { judge, type Judgement } from '../../engine/3-compile/judge.ts';
import { registry } from '../../nodes/index.ts';
import { outdated, useAsk } from '../ask.ts';
import { call, Refusal } from '../client.ts';
import { folderOf, settingOf } from '../document/use-analysis.ts';
import { cost, money } from '../format.ts';
import { Rich } from '../frame/rich.tsx';
import { Mini } from '../home/mini.tsx';
import { useCreate } from '../home/use-create.ts';
import { go } from '../route.ts';
import { t } from '../words.ts';
import { nanoOfUsd } from '../../engine/budgets/money.ts';
import { fitted, SAMPLES, type Answers, type Fitting, type Sample } from './fit.ts';
import { keepNote } from './notes.ts';
import { Question, type Choice } from './questions.tsx';
import { firstAnswers, QUESTIONS, wrongIn } from './question-words.ts';

const MOST_SAID = 6;

const wordsNow = () => ({ money, cost: (usd: number) => cost(nanoOfUsd(usd)), t });

/** The sample an answer picks, as it was shipped. */
const useSample = (what: Choice | undefined) =>
  useAsk(
    'sample',
    { slug: what === undefined || what === 'other' ? 'expense-approval' : SAMPLES[what] },
    { enabled: what !== undefined && what !== 'other' },
  ).data;

/** What comes of the answers: the picture and the sentences of the contract. */
function Preview({ fitting, judgement }: { fitting: Fitting; judgement: Judgement }): ReactNode {
  return (
    <>
      <Mini workflow={fitting.workflow} registry={registry} />
      <ul className="will">
        {judgement.contract.slice(0, MOST_SAID).map(({ code, params }) => (
          <li key={`${code} ${JSON.stringify(params)}`}>
            <Rich text={t(code, params)} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Makes the workflow and opens it; the fits are made in the open drawing, so all are undoable. */
async function make({ fits, rules }: Fitting, answers: Answers, sample: string): Promise<void> {
  const name = answers.name.trim();
  const { slug } = await call('createWorkflow', { name, sample: SAMPLES[answers.what] });
  if (rules) {
    const { hash } = await call('rules', { slug });
    await call('saveRules', { slug, was: hash, rules: rules.to });
  }
  keepNote(slug, { note: { is: 'fitted', sample, fits, rules }, made: false });
  outdated('workflows');
  go({ at: 'design', slug });
}

type Props = { onClose: () => void; onDescribe: () => void };

/** The fitted drawing and what it promises, as the answers stand. */
function useFitting(choice: Choice | undefined, answers: Answers | undefined) {
  const workspace = useAsk('workspace', {}).data;
  const doc = useSample(choice);
  return useMemo(() => {
    const setting = settingOf(workspace);
    if (!doc || !workspace || !setting || !answers) return undefined;
    const { people, currency } = workspace;
    const sample: Sample = { workflow: doc.workflow, rules: doc.rules, people, currency };
    const fitting = fitted(sample, answers, wordsNow());
    const rules = fitting.rules?.to ?? doc.rules;
    const judgement = judge(folderOf({ ...doc, rules }, fitting.workflow), setting, registry);
    return { fitting, judgement, sample: doc.workflow.name };
  }, [doc, workspace, answers]);
}

/** Where one is in the questions, and what was said so far. */
function useQuestions(onClose: () => void) {
  const workspace = useAsk('workspace', {}).data;
  const people = workspace?.people ?? [];
  const currency = workspace?.currency ?? 'USD';
  const [choice, setChoice] = useState<Choice>();
  const [answers, setAnswers] = useState<Answers>();
  const [at, setAt] = useState(0);
  const [wrong, setWrong] = useState<string>();
  const [isMaking, setMaking] = useState(false);
  const found = useFitting(choice, answers);
  const question = QUESTIONS[at] ?? 'what';
  const isLast = at === QUESTIONS.length - 1;
  return {
    people,
    currency,
    choice,
    answers,
    at,
    wrong,
    isMaking,
    found,
    question,
    isLast,
    back: () => setAt(at - 1),
    choose: (next: Choice): void => {
      setWrong(undefined);
      setChoice(next);
      setAnswers(next === 'other' ? undefined : firstAnswers(next, people, answers));
    },
    set: (change: Partial<Answers>): void => {
      setWrong(undefined);
      setAnswers(answers && { ...answers, ...change });
    },
    goOn: (): void => {
      if (!answers) return;
      const fault = wrongIn(question, answers, people, currency);
      setWrong(fault);
      if (fault !== undefined) return;
      if (!isLast) return setAt(at + 1);
      if (!found) return;
      setMaking(true);
      make(found.fitting, answers, found.sample).then(onClose, (error: unknown) => {
        setMaking(false);
        setWrong(error instanceof Refusal ? error.message : String(error));
      });
    },
  };
}

export function Guided({ onClose, onDescribe }: Props): ReactNode {
  const create = useCreate();
  const asked = useQuestions(onClose);
  const { question, at, answers, wrong, isMaking, isLast, found } = asked;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        asked.goOn();
      }}
    >
      <div className="guided">
        <div className="guided-q">
          <span className="meta num">{t('start.step', { n: at + 1, of: QUESTIONS.length })}</span>
          <Question
            {...{ question, answers, onDescribe }}
            choice={asked.choice}
            people={asked.people}
            currency={asked.currency}
            choose={asked.choose}
            set={asked.set}
            onEmpty={() => {
              onClose();
              create(t('app.home.new_name'));
            }}
          />
          <Refused why={wrong} />
        </div>
        <aside className="guided-p" aria-label={t('start.will')}>
          <h3 className="cap">{t('start.will')}</h3>
          {found ? <Preview {...found} /> : <p className="meta">{t('start.will.not_yet')}</p>}
        </aside>
      </div>
      <div className="dialog-f">
        {at > 0 && (
          <Button leftSection={<ArrowLeft size={14} aria-hidden />} onClick={asked.back}>
            {t('start.back')}
          </Button>
        )}
        <span className="grow" />
        <Button onClick={onClose}>{t('app.cancel')}</Button>
        <Button
          type="submit"
          variant="filled"
          disabled={!answers}
          loading={isMaking}
          leftSection={isLast ? <Wand size={14} aria-hidden /> : undefined}
          rightSection={isLast ? undefined : <ArrowRight size={14} aria-hidden />}
        >
          {t(isLast ? 'start.make' : 'start.next')}
        </Button>
      </div>
    </form>
  );
}
