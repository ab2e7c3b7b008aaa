// The card of a tool that must be seen first: a program to be started, a tool nobody has read, or
// one that says something else of itself. Trust agrees to exactly what is shown.

import { Button } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CardView } from '../../engine/4-run/view.ts';
import { useAsk } from '../ask.ts';
import { failureWords } from '../runs/now-words.ts';
import { t } from '../words.ts';
import { CardFrame } from './card-frame.tsx';
import type { CardProps } from './card-props.ts';
import { questionOf } from './card-words.ts';
import { Outcomes } from './outcomes.tsx';
import { ToolDiff } from './tool-diff.tsx';
import { differsWords, launchOf, matterOf, partsOf, unmarked } from './tool-words.ts';

/** What is odd about a program, as the list of the workflow's servers knows it. */
function useWarnings(card: CardView): string[] {
  const isStart = matterOf(card) === 'start';
  const slug = useAsk('workflows', {}, { enabled: isStart }).data?.find(
    ({ id }) => id === card.workflow,
  )?.slug;
  const asked = { slug: slug ?? '-' };
  const { data } = useAsk('toolServers', asked, { enabled: slug !== undefined });
  const server = data?.servers.find(({ id }) => id === card.body.detail?.params?.['id']);
  return (server?.warnings ?? []).map((warning) => t(`tools.warning.${warning}`));
}

function Launch({ card }: { card: CardView }): ReactNode {
  return (
    <dl className="launch">
      {launchOf(card).map(({ label, text, from }, i) => (
        <div key={i}>
          <dt>{label}</dt>
          <dd>
            <code>{text}</code> {from && <span className="meta">{from}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function ToolCard({ card, known, decision, deciding }: CardProps): ReactNode {
  const { decide, busy, refusal } = decision;
  const matter = matterOf(card);
  const warnings = useWarnings(card);
  const parts = matter === 'start' ? [] : partsOf(card);
  const what = card.body.detail && failureWords(card.body.detail).what;
  return (
    <CardFrame
      card={card}
      question={questionOf(card, known.names)}
      refused={refusal?.message}
      footer={
        <>
          {deciding}
          <div className="buttons">
            <Button variant="filled" loading={busy === 'trust'} onClick={() => decide('trust')}>
              {t('card.tool.trust')}
            </Button>
            <Button className="danger" loading={busy === 'refuse'} onClick={() => decide('refuse')}>
              {t('card.tool.refuse')}
            </Button>
          </div>
        </>
      }
    >
      <p className="card-lead">
        {what} {matter === 'changed' && differsWords(parts)}
      </p>
      {warnings.map((warning) => (
        <p key={warning} className="trouble warn">
          <TriangleAlert size={16} aria-hidden /> <span>{warning}</span>
        </p>
      ))}
      <section className="exact" aria-label={t(`card.tool.box.${matter}`)}>
        {matter === 'start' ? (
          <>
            <h3 className="exact-h">{t('card.tool.box.start')}</h3>
            <Launch card={card} />
          </>
        ) : (
          <ToolDiff parts={matter === 'new' ? unmarked(parts) : parts} isNew={matter === 'new'} />
        )}
      </section>
      <Outcomes
        of={['trust', 'refuse'].map((choice) => ({
          label: t(`card.tool.if.${choice}`),
          words: t(`card.next.tool_changed.${choice}`),
        }))}
      />
    </CardFrame>
  );
}
