// What any step can be told beside its own settings: how long, how often, which arrows to await.

import { NumberInput, Select } from '@mantine/core';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { StepFields } from '../../engine/1-document/change.ts';
import { findStep } from '../../engine/1-document/scopes.ts';
import { LIMITS } from '../../engine/base/limits.ts';
import { t } from '../words.ts';
import { useInspected } from './context.ts';
import { DurationWidget } from './simple-widgets.tsx';
import type { Spec } from './form-spec.ts';

const TIME: Spec = { key: 'timeoutMs', widget: 'duration', bindable: false, required: false };
const JOINS = ['all', 'every', 'first'] as const;

export function StepOptions(): ReactNode {
  const { step, facts, workflow, apply } = useInspected();
  const [isOpen, setOpen] = useState(false);
  const placed = findStep(workflow, step.id);
  const arrowsIn = placed?.scope.edges.filter((edge) => edge.to === step.id).length ?? 0;
  const does = facts.definition?.does.kind;
  const isCall = does === 'call' || does === 'lowered';
  if (!isCall && arrowsIn < 2) return null;
  const set = (fields: StepFields): void => apply([{ do: 'set_step', step: step.id, fields }]);
  return (
    <section>
      <button
        type="button"
        className="fold cap"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <ChevronRight size={14} aria-hidden className={isOpen ? 'turned' : undefined} />
        {t('app.inspector.more')}
      </button>
      {isOpen && (
        <>
          {arrowsIn > 1 && (
            <div className="field" id="field-join" data-field="join">
              <div className="field-label">{t('app.options.join')}</div>
              <Select
                aria-label={t('app.options.join')}
                data={JOINS.map((join) => ({ value: join, label: t(`app.join.${join}`) }))}
                value={step.join ?? 'all'}
                rightSection={<ChevronDown size={14} aria-hidden />}
                onChange={(join) =>
                  set({ join: join === 'all' ? null : (join as 'every' | 'first') })
                }
              />
            </div>
          )}
          {isCall && (
            <>
              <div className="field" id="field-timeoutMs" data-field="timeoutMs">
                <div className="field-label">{t('app.options.time')}</div>
                <DurationWidget
                  spec={TIME}
                  path="timeoutMs"
                  code="app.options.time"
                  label={t('app.options.time')}
                  value={step.timeoutMs ?? facts.definition?.timeoutMs}
                  onChange={(ms) => set({ timeoutMs: typeof ms === 'number' ? ms : null })}
                />
              </div>
              <div className="field" id="field-attempts" data-field="attempts">
                <div className="field-label">{t('app.options.tries')}</div>
                <NumberInput
                  className="num"
                  aria-label={t('app.options.tries')}
                  min={1}
                  max={LIMITS.attempts}
                  allowDecimal={false}
                  value={step.attempts ?? facts.definition?.retry.attempts ?? 1}
                  onChange={(n) => set({ attempts: typeof n === 'number' && n >= 1 ? n : null })}
                />
              </div>
            </>
          )}
        </>
      )}
    </section>
  );
}
