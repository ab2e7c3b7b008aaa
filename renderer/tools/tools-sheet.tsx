// The tools of one workflow: the list at the left, one tool, one program, or the keys at the right.
// TS1 nothing that is changed here binds a run before it is put in force.

import { useMemo, useState, type ReactNode } from 'react';
import type { Card, ToolServer } from '../../engine/1-document/schema.ts';
import type { ToolsFile } from '../../engine/1-document/tools-file.ts';
import { freshId } from '../../engine/base/ids.ts';
import type { Draft } from '../authority/draft.ts';
import { ForceBar } from '../authority/force-bar.tsx';
import { useDraftState, useToolsDraft } from '../authority/use-draft.ts';
import '../authority/authority.css';
import { t } from '../words.ts';
import { AddTool, type AddChoice } from './add-tool.tsx';
import { KeysPage } from './keys-page.tsx';
import { newCard, newDouble } from './kinds.ts';
import { ServerPage } from './server-page.tsx';
import { ToolList, type Chosen } from './tool-list.tsx';
import { NoTool, ToolPage } from './tool-page.tsx';
import { allProblems, isInForce, useToolWorld, type ToolWorld } from './tool-world.ts';
import './tools.css';

const withCard = (file: ToolsFile, card: Card, name = card.name): ToolsFile => ({
  ...file,
  cards: file.cards.map((one) => (one.name === name ? card : one)),
  doubles: file.doubles.map((one) => (one.name === name ? { ...one, name: card.name } : one)),
});

/** A tool nothing speaks of yet is called after its title; later its name is kept. */
function renamed(file: ToolsFile, card: Card): Card {
  const taken = file.cards.flatMap(({ name }) => (name === card.name ? [] : [name]));
  return { ...card, name: freshId(card.title, new Set(taken), 'tool') };
}

/** The file with another double for a tool, or without one. */
const withDouble = (
  file: ToolsFile,
  name: string,
  double: ToolsFile['doubles'][number] | undefined,
): ToolsFile => {
  const others = file.doubles.filter((one) => one.name !== name);
  return { ...file, doubles: double ? [...others, double] : others };
};

const withoutCard = (file: ToolsFile, name: string): ToolsFile => ({
  ...withDouble(file, name, undefined),
  cards: file.cards.filter((one) => one.name !== name),
});

function newServer(file: ToolsFile, choice: 'mcp_program' | 'mcp_address'): ToolServer {
  const title = t(`tool.kind.${choice}`);
  const id = freshId(title, new Set(file.servers.map((one) => one.id)), 'server');
  return choice === 'mcp_program'
    ? { id, title, transport: 'program', command: '', args: [], env: [] }
    : { id, title, transport: 'address', address: '' };
}

type DetailProps = {
  file: ToolsFile;
  world: ToolWorld;
  problems: ReturnType<typeof allProblems>;
  chosen: Chosen;
  draft: Draft<ToolsFile>;
  onChoose: (chosen: Chosen) => void;
};

function Detail({ file, world, problems, chosen, draft, onChoose }: DetailProps): ReactNode {
  const addCard = (card: Card): void => {
    const next = { ...file, cards: [...file.cards, card] };
    draft.change(withDouble(next, card.name, newDouble(card)));
    onChoose({ at: 'tool', name: card.name, isNew: true });
  };
  const add = (choice: AddChoice): void => {
    if (choice === 'mcp_program' || choice === 'mcp_address') {
      const server = newServer(file, choice);
      draft.change({ ...file, servers: [...file.servers, server] });
      onChoose({ at: 'server', id: server.id });
    } else addCard(newCard(choice, new Set(file.cards.map(({ name }) => name))));
  };
  if (chosen.at === 'add') return <AddTool onAdd={add} />;
  if (chosen.at === 'keys') return <KeysPage />;
  if (chosen.at === 'server') {
    const server = file.servers.find(({ id }) => id === chosen.id);
    return server ? (
      <ServerPage
        key={server.id}
        slug={world.slug}
        server={server}
        problems={problems.get(`server ${server.id}`) ?? []}
        isInForce={isInForce(server, world.inForce.servers)}
        onAdd={addCard}
        onChange={(next, gesture) =>
          draft.change(
            { ...file, servers: file.servers.map((one) => (one.id === next.id ? next : one)) },
            `${next.id} ${gesture ?? ''}`,
          )
        }
        onRemove={() => {
          draft.change({ ...file, servers: file.servers.filter(({ id }) => id !== server.id) });
          onChoose({ at: 'add' });
        }}
      />
    ) : null;
  }
  const card = file.cards.find(({ name }) => name === chosen.name);
  if (!card) return <NoTool onAdd={() => onChoose({ at: 'add' })} />;
  const isKnown = world.inForce.cards.some(({ name }) => name === card.name);
  return (
    <ToolPage
      key={file.cards.indexOf(card)}
      card={card}
      file={file}
      world={world}
      problems={problems.get(card.name) ?? []}
      isNew={chosen.isNew === true}
      onChange={(next, gesture) => {
        const isFresh = gesture === 'title' && !isKnown;
        const own = isFresh ? renamed(file, next) : next;
        const place = file.cards.indexOf(card);
        draft.change(withCard(file, own, card.name), gesture && `${place} ${gesture}`);
        if (own.name !== card.name) onChoose({ ...chosen, name: own.name });
      }}
      onLink={(linked) => {
        draft.change(withCard(file, linked));
        const next = file.cards.find((one) => one.unlinked && one.name !== linked.name);
        onChoose({ at: 'tool', name: next?.name ?? linked.name }); // one by one
      }}
      onDouble={(double, gesture) =>
        draft.change(withDouble(file, card.name, double), gesture && `${card.name} ${gesture}`)
      }
      onRemove={() => {
        draft.change(withoutCard(file, card.name));
        onChoose({ at: 'add' });
      }}
    />
  );
}

/** What is chosen at first: a tool that is not linked yet, else the first one. */
const firstOf = ({ cards }: ToolsFile): Chosen => {
  const card = cards.find(({ unlinked }) => unlinked !== undefined) ?? cards[0];
  return card ? { at: 'tool', name: card.name } : { at: 'add' };
};

function Sheet({ slug, draft }: { slug: string; draft: Draft<ToolsFile> }): ReactNode {
  const { value: file, base } = useDraftState(draft);
  const world = useToolWorld(slug, base.value);
  const [picked, setPicked] = useState<Chosen>();
  const problems = useMemo(() => (world ? allProblems(file, world) : new Map()), [file, world]);
  if (!world) return null;
  const chosen = picked ?? firstOf(file);
  const isBlocked = [...problems.values()].flat().some(({ isError }) => isError);
  return (
    <div className="authority">
      <ForceBar
        draft={draft}
        of="tools"
        slug={slug}
        blocked={isBlocked ? t('force.blocked') : undefined}
        earlierOf={({ tools }) => tools}
      />
      <div className="tools">
        <ToolList file={file} problems={problems} chosen={chosen} onChoose={setPicked} />
        <div className="tool-detail">
          <Detail {...{ file, world, problems, chosen, draft }} onChoose={setPicked} />
        </div>
      </div>
    </div>
  );
}

export function ToolsSheet({ slug }: { slug: string }): ReactNode {
  const draft = useToolsDraft(slug);
  return draft ? <Sheet slug={slug} draft={draft} /> : null;
}
