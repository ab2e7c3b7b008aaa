// The inbox: everything that waits for a person at the left, the chosen card at the right.
// I1 the first card is chosen by itself; a decided one stays in sight until another is chosen.

import { Button, SegmentedControl, Select } from '@mantine/core';
import { ChevronDown, Inbox } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Person } from '../../engine/1-document/schema.ts';
import type { CardView } from '../../engine/4-run/view.ts';
import { useAsk } from '../ask.ts';
import { Empty } from '../frame/empty.tsx';
import { go, hrefOf } from '../route.ts';
import { EXAMPLE } from '../tour/tour-store.ts';
import { t } from '../words.ts';
import { InboxDetail } from './inbox-detail.tsx';
import { DecidedItem, InboxItem } from './inbox-item.tsx';

const EVERYONE = 'everyone';
const FEW = 5;

/** People somebody waits for, with how many cards wait for each. */
function Whose(props: {
  cards: CardView[];
  people: Person[];
  value: string;
  onChange: (value: string) => void;
}): ReactNode {
  const { cards, people, value, onChange } = props;
  const asked = [...Map.groupBy(cards, (card) => card.to)];
  const name = (id: string): string => people.find((person) => person.id === id)?.name ?? id;
  return (
    <Select
      className="inbox-whose"
      aria-label={t('app.inbox.whose')}
      value={value}
      onChange={(next) => onChange(next ?? EVERYONE)}
      data={[
        { value: EVERYONE, label: t('app.inbox.everyone', { n: cards.length }) },
        ...asked.map(([id, own]) => ({
          value: id,
          label: t('app.inbox.for', { who: name(id), n: own.length }),
        })),
      ]}
      rightSection={<ChevronDown size={14} aria-hidden />}
    />
  );
}

/** Nobody is waited for: what comes here, and how to see it. */
function Nobody(): ReactNode {
  return (
    <Empty icon={Inbox} title={t('app.inbox.empty')} text={t('app.inbox.empty.text')}>
      <Button component="a" href={hrefOf({ at: 'design', slug: EXAMPLE })}>
        {t('app.runs.first')}
      </Button>
    </Empty>
  );
}

type Tab = 'open' | 'decided';

export function InboxScreen({ card: chosen }: { card?: string }): ReactNode {
  const [tab, setTab] = useState<Tab>('open');
  const [whose, setWhose] = useState(EVERYONE);
  const open = useAsk('inbox', {}).data;
  const decided = useAsk('decided', {}).data ?? [];
  const people = useAsk('workspace', {}).data?.people ?? [];
  const cards = open ?? [];
  const asked = cards.some((card) => card.to === whose) ? whose : EVERYONE;
  const mine = cards.filter((card) => asked === EVERYONE || card.to === asked);
  const shown = chosen ?? (tab === 'open' ? mine[0]?.id : decided[0]?.id);
  const choose = (id: string): void => go({ at: 'inbox', card: id });
  const runs = new Set(cards.map((card) => card.run)).size;
  return (
    <main className="inbox">
      <div className="inbox-list">
        <header className="page-head">
          <div>
            <h1>{t('app.inbox.title')}</h1>
            <p>{runs > 0 ? t('app.inbox.sub', { n: runs }) : t('app.inbox.none')}</p>
          </div>
        </header>
        <div className="inbox-tabs">
          <SegmentedControl
            fullWidth
            aria-label={t('app.inbox.which')}
            value={tab}
            onChange={(next) => {
              setTab(next as Tab);
              if (chosen) go({ at: 'inbox' });
            }}
            data={[
              { value: 'open', label: t('app.inbox.open', { n: cards.length }) },
              { value: 'decided', label: t('app.inbox.decided') },
            ]}
          />
          {tab === 'open' && cards.length > 1 && (
            <Whose cards={cards} people={people} value={asked} onChange={setWhose} />
          )}
        </div>
        {tab === 'open' && (
          <ul>
            {mine.map((card) => (
              <InboxItem
                key={card.id}
                card={card}
                people={people}
                isOn={card.id === shown}
                onChoose={choose}
              />
            ))}
          </ul>
        )}
        {tab === 'open' && decided.length > 0 && <h2 className="cap">{t('app.inbox.decided')}</h2>}
        <ul>
          {(tab === 'open' ? decided.slice(0, FEW) : decided).map((card) => (
            <DecidedItem
              key={card.id}
              card={card}
              people={people}
              isOn={card.id === shown}
              onChoose={choose}
            />
          ))}
        </ul>
      </div>
      <div className="inbox-detail">
        {shown === undefined ? (
          <div className="inbox-empty">{open && <Nobody />}</div>
        ) : (
          <InboxDetail key={shown} card={shown} />
        )}
      </div>
    </main>
  );
}
