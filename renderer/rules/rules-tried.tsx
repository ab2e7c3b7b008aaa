// What rules would have said to the calls of the last runs: the verdict first, then the figures,
// then every call that would be decided otherwise, with its run.

import { FlaskConical } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import type { Rule } from '../../engine/1-document/schema.ts';
import type { Answers } from '../../engine/api/contract.ts';
import { useAsk } from '../ask.ts';
import { exactMoney, moment } from '../cards/value-words.ts';
import { Rich } from '../frame/rich.tsx';
import { hrefOf } from '../route.ts';
import { t } from '../words.ts';

const SOON_MS = 350;

/** The rules as they were a moment ago: while somebody types, nothing is asked. */
function useSettled(rules: Rule[]): Rule[] {
  const [settled, setSettled] = useState(rules);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(rules), SOON_MS);
    return () => clearTimeout(timer);
  }, [rules]);
  return settled;
}

/** What these rules would have said; the last answer stays while the next is worked out. */
export function useTried(
  slug: string | undefined,
  rules: Rule[],
  isReady: boolean,
): Answers['tryRules'] | undefined {
  const settled = useSettled(rules);
  const input = { ...(slug === undefined ? {} : { slug }), rules: settled };
  const { data } = useAsk('tryRules', input, { enabled: isReady && settled === rules });
  const [last, setLast] = useState(data);
  if (data && data !== last) setLast(data);
  return data ?? last;
}

type Tried = Answers['tryRules'];
const WORDS = ['allow', 'ask', 'deny'] as const;

function Figures({ tried }: { tried: Tried }): ReactNode {
  const isSame = WORDS.every((word) => tried.now[word] === tried.then[word]);
  const sides = isSame ? (['now'] as const) : (['now', 'then'] as const);
  return (
    <table className="tried-figures num" aria-label={t('tried.counts')}>
      <tbody>
        {sides.map((side) => (
          <tr key={side}>
            <th scope="row">{t(`tried.${side}`)}</th>
            {WORDS.map((word) => (
              <td key={word}>
                <b>{tried[side][word]}</b> {t(`tried.${word}`)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Changed({ tried }: { tried: Tried }): ReactNode {
  const total = tried.changed.length + tried.more;
  if (total === 0) return null;
  const word = ({ then, rule }: Tried['changed'][number]['from']): ReactNode => (
    <>
      <b>{t(`tried.word.${then}`)}</b>
      <span className="meta block">
        {rule.startsWith('default.') ? t('rule.rest') : t('tried.by', { rule })}
      </span>
    </>
  );
  return (
    <div className="table">
      <table className="list tried-list num" aria-label={t('tried.list')}>
        <thead>
          <tr>
            {(['call', 'now', 'then', 'run'] as const).map((head) => (
              <th key={head} scope="col">
                {t(`tried.head.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tried.changed.slice(0, 20).map((one) => (
            <tr key={one.effect}>
              <td>
                {one.tool}
                {one.amount === undefined ? '' : ` · ${exactMoney(one.amount)}`}
                <span className="meta block">{one.step}</span>
              </td>
              <td>{word(one.from)}</td>
              <td>{word(one.to)}</td>
              <td>
                <a
                  href={hrefOf({ at: 'run', run: one.run })}
                  aria-label={t('tried.show', { when: moment(one.at) })}
                >
                  {moment(one.at)}
                </a>
                <span className="meta block">{one.workflow}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {total > 20 && <p className="meta tried-more">{t('tried.more', { n: total - 20 })}</p>}
    </div>
  );
}

const changesIn = ({ changed, more }: Tried): number => changed.length + more;

/** The verdict in a sentence. */
export function triedWords(tried: Tried): string {
  const { calls, runs } = tried;
  const n = changesIn(tried);
  if (calls === 0) return t('tried.none');
  if (n === 0) return t('tried.same', { runs, n: calls });
  return t('tried.change', { n, of: calls, runs });
}

type Props = { tried: Tried | undefined; isReady: boolean };

export function RulesTried({ tried, isReady }: Props): ReactNode {
  const changes = tried ? changesIn(tried) : 0;
  const words = isReady ? tried && triedWords(tried) : t('tried.unfinished');
  return (
    <section className="rules-tried" aria-label={t('tried.title')}>
      <h2 className="cap">{t('tried.title')}</h2>
      <output className={`tried-verdict${changes > 0 ? ' differs' : ''}`}>
        <FlaskConical size={16} aria-hidden />
        <span>
          <Rich text={words ?? ''} />
        </span>
      </output>
      {tried && tried.calls > 0 && isReady && <Figures tried={tried} />}
      {tried && isReady && <Changed tried={tried} />}
    </section>
  );
}
