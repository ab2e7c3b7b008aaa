// Home. On a fresh profile nothing is asked and four things work; later, what waits and what ran.

import { Button } from '@mantine/core';
import { ArrowRight, Cloud, CloudOff, Compass, FileDown, Hand, Plus, Wand } from 'lucide-react';
import type { ComponentType, ReactNode } from 'react';
import type { CardView } from '../../engine/4-run/view.ts';
import type { WorkflowEntry } from '../../engine/api/contract.ts';
import { useAsk } from '../ask.ts';
import { Shapes } from '../canvas/shapes.tsx';
import { when } from '../format.ts';
import { Page } from '../frame/page.tsx';
import { Rich } from '../frame/rich.tsx';
import { Who } from '../frame/who.tsx';
import { useMode } from '../models/use-mode.ts';
import { hrefOf } from '../route.ts';
import { useNow } from '../runs/use-now.ts';
import { startDialog } from '../start/start-store.ts';
import { chooseFile } from '../start/use-import.ts';
import { startTour } from '../tour/tour-store.ts';
import { t } from '../words.ts';
import { Recent } from './recent.tsx';
import { firstSentence, SampleTile } from './sample-tile.tsx';
import { useCreate } from './use-create.ts';

function Practice({ isFirst }: { isFirst: boolean }): ReactNode {
  const mode = useMode();
  const isReal = mode !== undefined && !mode.practice;
  return (
    <span className="with-icon">
      {isReal ? <Cloud size={14} aria-hidden /> : <CloudOff size={14} aria-hidden />}
      {isReal ? mode.line : t(isFirst ? 'app.home.practice.first' : 'app.practice.line')}
    </span>
  );
}

function Waiting({ cards }: { cards: CardView[] }): ReactNode {
  const [first] = cards;
  const people = useAsk('workspace', {}).data?.people ?? [];
  const now = useNow(false);
  if (!first) return null;
  const name = people.find((person) => person.id === first.to)?.name ?? first.to;
  const due =
    first.deadline === undefined ? '' : t('app.home.due', { when: when(first.deadline, now) });
  return (
    <a className="strip" href={hrefOf({ at: 'inbox', card: first.id })}>
      <span className="strip-i">
        <Hand size={16} aria-hidden />
      </span>
      <span className="grow cut">
        <Rich text={t('app.home.waiting', { n: cards.length, title: first.body.title })} />
      </span>
      <span className="meta with-icon">
        <Who name={name} /> {[name, due].filter(Boolean).join(' · ')}
      </span>
      <span className="link with-icon">
        {t('app.home.decide')} <ArrowRight size={14} aria-hidden />
      </span>
    </a>
  );
}

/** The finished samples: featured ones as tiles, the others as plain links below. */
function Samples({ entries }: { entries: WorkflowEntry[] }): ReactNode {
  const samples = entries.filter((entry) => entry.sample);
  const others = samples.filter((entry) => !entry.featured);
  return (
    <section>
      <div className="h-row">
        <h2 className="h">{t('app.home.samples')}</h2>
        <Shapes />
      </div>
      <div className="samples">
        {samples
          .filter((entry) => entry.featured)
          .map((entry) => (
            <SampleTile key={entry.slug} entry={entry} />
          ))}
      </div>
      {others.map((entry) => (
        <p key={entry.slug} className="also">
          {t('app.home.also')} <a href={hrefOf({ at: 'design', slug: entry.slug })}>{entry.name}</a>{' '}
          <span className="meta">{firstSentence(entry.purpose)}</span>
        </p>
      ))}
    </section>
  );
}

type Way = { icon: ComponentType<{ size?: number }>; title: string; line: string; act: () => void };

/** The ways to begin with something of one's own. */
const waysOf = (onEmpty: () => void): Way[] => [
  {
    icon: Wand,
    title: t('start.title'),
    line: t('start.line'),
    act: () => startDialog.trigger.open(),
  },
  { icon: Plus, title: t('app.home.empty'), line: t('app.home.empty.line'), act: onEmpty },
  { icon: FileDown, title: t('import.title'), line: t('import.line'), act: chooseFile },
];

function Begin({ ways }: { ways: Way[] }): ReactNode {
  return (
    <section>
      <h2 className="h">{t('app.home.own')}</h2>
      <div className="begin">
        {ways.map(({ icon: Icon, title, line, act }) => (
          <button key={title} type="button" onClick={act}>
            <span className="begin-i">
              <Icon size={16} aria-hidden />
            </span>
            <span className="begin-t">
              <b>{title}</b>
              <span>{line}</span>
            </span>
          </button>
        ))}
      </div>
    </section>
  );
}

/** The same ways as buttons, where there is work to go on with. */
function BeginButtons({ ways }: { ways: Way[] }): ReactNode {
  return (
    <span className="row">
      {ways.toReversed().map(({ icon: Icon, title, act }, i) => (
        <Button
          key={title}
          variant={i === ways.length - 1 ? 'filled' : 'default'}
          leftSection={<Icon size={14} aria-hidden />}
          onClick={act}
        >
          {title}
        </Button>
      ))}
    </span>
  );
}

export function HomeScreen(): ReactNode {
  const entries = useAsk('workflows', {}).data ?? [];
  const runs = useAsk('runs', { limit: 100 }).data;
  const cards = useAsk('inbox', {}).data ?? [];
  const create = useCreate();
  const own = entries.filter((entry) => !entry.sample);
  const isFirst = (runs?.length ?? 0) === 0 && own.length === 0;
  const ways = waysOf(() => create(t('app.home.new_name')));
  return (
    <Page
      title={t(isFirst ? 'app.home.title.first' : 'app.home.title')}
      sub={<Practice isFirst={isFirst} />}
      right={
        isFirst ? (
          <Button leftSection={<Compass size={14} aria-hidden />} onClick={startTour}>
            {t('tour.invite')}
          </Button>
        ) : (
          <BeginButtons ways={ways} />
        )
      }
    >
      <Waiting cards={cards} />
      <Samples entries={entries} />
      {isFirst ? <Begin ways={ways} /> : <Recent entries={entries} runs={runs ?? []} />}
    </Page>
  );
}
