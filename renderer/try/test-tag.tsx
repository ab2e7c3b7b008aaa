// A run that tries something out says so wherever it is listed or shown.

import { FlaskConical } from 'lucide-react';
import type { ReactNode } from 'react';
import type { TestOf } from '../../engine/4-run/events.ts';
import { t } from '../words.ts';

type Props = { test: TestOf | undefined; nameOf?: (step: string) => string };

/** What is tried, in words; with `nameOf` the step is named. */
function words({ only, until }: TestOf, nameOf: Props['nameOf']): string {
  const step = only ?? until;
  if (!nameOf || step === undefined) return t(step === undefined ? 'try.run.all' : 'try.run.tag');
  return t(only === undefined ? 'try.run.until' : 'try.run.only', { step: nameOf(step) });
}

export function TestTag({ test, nameOf }: Props): ReactNode {
  if (!test) return null;
  return (
    <span className="tag tone-quiet boxed">
      <FlaskConical size={12} strokeWidth={2.5} aria-hidden />
      <span className="cut">{words(test, nameOf)}</span>
    </span>
  );
}
