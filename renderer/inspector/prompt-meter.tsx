// How long the request of an agent step is with the last run's values, and how long it may be.

import { useMemo, type ReactNode } from 'react';
import { promptSize } from '../../engine/2-validate/prompt-size.ts';
import { isSaid } from '../../engine/base/text/say.ts';
import { number } from '../format.ts';
import { t } from '../words.ts';
import { useInspected } from './context.ts';

/** From this share of what is possible on it is worth a look. */
const NEAR = 0.8;

export function PromptMeter(): ReactNode {
  const { sight, step, type, known } = useInspected();
  const drawn = sight.drawing.steps.get(step.id);
  const size = useMemo(
    () => drawn && promptSize(sight.drawing, drawn, known.scope),
    [sight.drawing, drawn, known.scope],
  );
  if (!size) return null;
  const { tokens, most, part, share } = size;
  const used = most === undefined ? undefined : Math.min(1, tokens / most);
  const name = `node.${type}.setting.${part}`;
  const tone = used === undefined || used < NEAR ? '' : used < 1 ? ' is-near' : ' is-over';
  const words =
    most === undefined
      ? t('app.size.free', { n: number(tokens) })
      : t('app.size.of', { n: number(tokens), most: number(most) });
  return (
    <div className={`size-meter num${tone}`}>
      <p>
        <span>{words}</span>
        <span className="meta">
          {t('app.size.part', { part: isSaid(name) ? t(name) : part.replaceAll('_', ' '), share })}
        </span>
      </p>
      {used !== undefined && (
        <>
          <meter className="sr" aria-label={t('app.size.label')} max={most} value={tokens}>
            {words}
          </meter>
          <div className="size-track" aria-hidden>
            <i style={{ width: `${used * 100}%` }} />
          </div>
        </>
      )}
    </div>
  );
}
