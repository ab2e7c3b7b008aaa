// What is wrong with a setting, right under it: the sentence, what it means, and the fix.

import { Button } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Problem } from '../../engine/1-document/schema.ts';
import { sayProblem } from '../problems/say-problem.ts';
import { hrefOf } from '../route.ts';
import { t } from '../words.ts';
import { useInspected, useMaybeInspected } from './context.ts';
import { formOf } from './form-spec.ts';

/** The problems that point at a setting or at something inside it. */
export function problemsAt(problems: Problem[], path: string): Problem[] {
  return problems.filter(({ field }) => field === path || field?.startsWith(`${path}.`) === true);
}

/** Where else a problem can be mended: what is no part of the drawing. */
const SHEETS: Partial<Record<string, 'tools' | 'rules'>> = {
  tool_not_set_up: 'tools',
  tool_server_unknown: 'tools',
  card_missing: 'tools',
  unguarded: 'rules',
  unguarded_people: 'rules',
  unguarded_money: 'rules',
  rule_denies: 'rules',
  argument_from_outside: 'rules',
};

/** Findings that ask for a fallback: see bindable-control.tsx and instead.tsx. */
const ASKED = new Set(['reference_may_be_empty', 'reference_may_be_missing']);

/** Why a fallback is asked for, if it is. */
export function useAsked(path: string): string | undefined {
  const problem = useMaybeInspected()?.problems.find(
    ({ code, params }) => ASKED.has(code) && params['path'] === path,
  );
  return problem && sayProblem(problem).help;
}

export function Faults({ problems }: { problems: Problem[] }): ReactNode {
  const { fix: mend, doc } = useInspected();
  // What to use without a value is asked for where the value is; it need not be said twice.
  const said = problems.filter(({ code }) => !ASKED.has(code));
  return said.map((problem, i) => {
    const { text, help, fix } = sayProblem(problem);
    const sheet = SHEETS[problem.code];
    return (
      <div key={`${problem.code} ${i}`} className={`fault is-${problem.severity}`} role="note">
        <TriangleAlert size={12} strokeWidth={2.25} aria-hidden />
        <p>
          {text} {help && <span className="fault-help">{help}</span>}
        </p>
        <div className="fault-ways">
          {fix && (
            <Button size="compact-xs" onClick={() => mend(problem)}>
              {fix}
            </Button>
          )}
          {sheet && <a href={hrefOf({ at: sheet, slug: doc.slug })}>{t(`app.fault.${sheet}`)}</a>}
        </div>
      </div>
    );
  });
}

/** Fields of a step that other parts of the panel draw. */
const ELSEWHERE = new Set(['otherwise', 'join', 'attempts', 'timeoutMs']);

/**
 * What is wrong with the step as a whole, or with something the panel has no field for: a rule it
 * needs, an arrow that is missing, a setting nobody knows.
 */
export function StepFaults(): ReactNode {
  const { problems, facts } = useInspected();
  const drawn = new Set(facts.definition ? formOf(facts.definition).map(({ key }) => key) : []);
  const own = problems.filter(({ field }) => {
    const [key = ''] = field?.split('.') ?? [];
    return key === '' || !(drawn.has(key) || ELSEWHERE.has(key));
  });
  if (own.length === 0) return null;
  return (
    <div className="step-faults">
      <Faults problems={own} />
    </div>
  );
}
