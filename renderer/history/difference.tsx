// What differs between two versions, in sentences: first what is promised, then what was drawn.
// DI1 icon and word say what became of each thing; colour only repeats them.
// DI2 what only moved comes last and says that it changes nothing.

import { createElement, type ReactNode } from 'react';
import type { Changed } from '../../engine/3-compile/publish.ts';
import { Rich } from '../frame/rich.tsx';
import { STATES } from '../canvas/states.tsx';
import { t } from '../words.ts';
import type { Comparison } from './compare.ts';
import type { Group, Told } from './tell.ts';
import { TextDiff } from './text-diff.tsx';

const GROUPS: Group[] = ['steps', 'arrows', 'whole', 'beside', 'notes', 'drawn'];

/** Icon and word of what became of something (DI1). */
function Mark({ how }: { how: Told['how'] }): ReactNode {
  const { icon, tone } = STATES[how];
  return (
    <span className={`told-mark tone-${tone}`}>
      {createElement(icon, { size: 14, strokeWidth: 2.25, 'aria-hidden': true })}
      <span className="sr">{t(`app.state.${how}`)}: </span>
    </span>
  );
}

/** Changed sentences of a contract; undefined where one side has problems. */
export function Promises({ changed }: { changed: Changed[] }): ReactNode {
  return (
    <ul className="promises">
      {changed.map(({ was, is }, i) => (
        <li key={i}>
          {was && (
            <div className="promise-was">
              <span className="told-tag">
                {t(is ? 'history.promise.was' : 'history.promise.gone')}
              </span>
              <del>
                <Rich text={t(was.code, was.params)} />
              </del>
            </div>
          )}
          {is && (
            <div className="promise-is">
              <span className="told-tag">
                {t(was ? 'history.promise.is' : 'history.promise.new')}
              </span>
              <ins>
                <Rich text={t(is.code, is.params)} />
              </ins>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

type RowProps = { told: Told; onShow: ((step: string) => void) | undefined };

function Row({ told, onShow }: RowProps): ReactNode {
  const { step } = told;
  const words = <Rich text={told.text} />;
  return (
    <li className={`told told-${told.how}`}>
      <Mark how={told.how} />
      <div>
        {step !== undefined && onShow ? (
          <button type="button" className="plain told-text" onClick={() => onShow(step)}>
            {words}
          </button>
        ) : (
          <span className="told-text">{words}</span>
        )}
        {(told.was !== undefined || told.is !== undefined) && (
          <TextDiff was={told.was ?? ''} is={told.is ?? ''} />
        )}
      </div>
    </li>
  );
}

type Props = {
  comparison: Pick<Comparison, 'told' | 'promises'>;
  /** Shows a step in the picture. */
  onShow?: (step: string) => void;
};

export function Difference({ comparison, onShow }: Props): ReactNode {
  const { told, promises } = comparison;
  if (told.length === 0 && !promises?.length)
    return <p className="meta">{t('history.diff.same')}</p>;
  return (
    <div className="difference">
      {promises === undefined ? (
        <p className="meta">{t('history.promise.errors')}</p>
      ) : (
        promises.length > 0 && (
          <section>
            <h3 className="cap">{t('history.group.promise')}</h3>
            <Promises changed={promises} />
          </section>
        )
      )}
      {GROUPS.map((group) => {
        const own = told.filter((one) => one.group === group);
        return own.length === 0 ? null : (
          <section key={group}>
            <h3 className="cap">{t(`history.group.${group}`)}</h3>
            <ul className="told-list">
              {own.map((one) => (
                <Row key={one.key} told={one} onShow={onShow} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
