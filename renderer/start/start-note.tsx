// The note beside a workflow that was just made: everything that was done to it, each with the way
// back; and for one that came from elsewhere, what it wants to be linked to.
// SN1 what it lists is looked up in the drawing as it is: undo by key and by button show the same.

import { ActionIcon, Button } from '@mantine/core';
import {
  Check,
  ChevronDown,
  ChevronUp,
  FileDown,
  Link2,
  Sparkles,
  Undo2,
  Wand,
  X,
} from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Workflow } from '../../engine/1-document/schema.ts';
import { findStep } from '../../engine/1-document/scopes.ts';
import type { WorkflowDoc } from '../../engine/api/contract.ts';
import { hrefOf } from '../route.ts';
import type { OpenDocument } from '../document/open-document.ts';
import { t } from '../words.ts';
import { holds, type Fit } from './fit.ts';
import { dropNote, keepNote, noteOf, type Note } from './notes.ts';
import { RulesLine } from './rules-line.tsx';
import './start.css';

type Props = { doc: WorkflowDoc; open: OpenDocument; workflow: Workflow };
type Of<K extends Note['is']> = Props & {
  note: Extract<Note, { is: K }>;
  /** Keeps the focus here: a button that was pressed is a word now. */
  stay: () => void;
};

/** A line with its button: something is so, or can be made so. */
function Line(props: { text: string; sub?: string; state: string | undefined; button: ReactNode }) {
  return (
    <li className="note-line">
      <span className="grow">
        {props.text}
        {props.sub && <span className="meta block">{props.sub}</span>}
      </span>
      {props.state === undefined ? (
        props.button
      ) : (
        <span className="meta with-icon">
          <Check size={14} aria-hidden /> {props.state}
        </span>
      )}
    </li>
  );
}

function Fitted({ note, open, workflow, doc, stay }: Of<'fitted'>): ReactNode {
  const line = (fit: Fit): ReactNode => {
    const words = t(fit.code, fit.params);
    return (
      <Line
        key={fit.id}
        text={words}
        state={holds(workflow, fit) ? undefined : t('start.fit.taken')}
        button={
          <Button
            size="compact-sm"
            leftSection={<Undo2 size={14} aria-hidden />}
            aria-label={`${t('start.fit.back')}: ${words}`}
            onClick={() => {
              open.apply(fit.back, `back ${fit.id}`);
              stay();
            }}
          >
            {t('start.fit.back')}
          </Button>
        }
      />
    );
  };
  return (
    <>
      <p>{t('start.fitted.text')}</p>
      <ul>
        {note.fits.map(line)}
        {note.rules && <RulesLine slug={doc.slug} fit={note.rules} />}
      </ul>
    </>
  );
}

function Drawn({ note }: Of<'drawn'>): ReactNode {
  return (
    <ul>
      {note.wishes.map(({ name, wish }) => (
        <li key={`${name} ${wish}`} className="note-line">
          {t('start.words.wish', { step: name, wish })}
        </li>
      ))}
    </ul>
  );
}

function Imported({ note, open, workflow, doc, stay }: Of<'imported'>): ReactNode {
  const { links, secrets, allowing } = note.toLink;
  const tools = links.filter(({ key }) => key === 'tool');
  const cards = new Map(doc.cards.map((card) => [card.name, card]));
  return (
    <>
      <p>
        {tools.length === 0 ? t('import.done.none') : t('import.done.text', { n: tools.length })}
      </p>
      <ul>
        {links.map(({ step, key, value }) => {
          const node = findStep(workflow, step)?.node;
          const card = key === 'tool' ? cards.get(value) : undefined;
          if (!node) return null;
          const text = t(`import.link.${key}`, {
            step: node.name,
            title: card?.title ?? value,
          });
          const about = card
            ? t('import.link.about', {
                class: `start.class.${card.class}`,
                effect: `start.effect.${card.effect}`,
                adapter: `start.adapter.${card.adapter}`,
              })
            : t('import.link.missing');
          const hosts = card?.hosts?.length
            ? ` · ${t('import.hosts', { hosts: card.hosts.join(', ') })}`
            : '';
          return (
            <Line
              key={`${step} ${key}`}
              text={text}
              sub={about + hosts}
              state={node.settings[key] === value ? t('import.linked') : undefined}
              button={
                card?.unlinked ? (
                  // What it may do is looked at where tools are, and linked there.
                  <Button
                    component="a"
                    size="compact-sm"
                    href={hrefOf({ at: 'tools', slug: doc.slug })}
                    leftSection={<Link2 size={14} aria-hidden />}
                    aria-label={`${t('import.look')}: ${text}`}
                  >
                    {t('import.look')}
                  </Button>
                ) : (
                  <Button
                    size="compact-sm"
                    leftSection={<Link2 size={14} aria-hidden />}
                    aria-label={`${t('import.link')}: ${text}`}
                    disabled={key === 'tool' && !card}
                    onClick={() => {
                      open.apply([{ do: 'set', step, path: key, value }], `link ${step}`);
                      stay();
                    }}
                  >
                    {t('import.link')}
                  </Button>
                )
              }
            />
          );
        })}
      </ul>
      {secrets.length > 0 && (
        <p>
          <a href={hrefOf({ at: 'tools', slug: doc.slug })}>
            {t('import.secrets', { n: secrets.length, names: secrets.join(', ') })}
          </a>
        </p>
      )}
      {allowing.length > 0 && (
        <p>
          <a href={hrefOf({ at: 'rules', slug: doc.slug })}>
            {t('import.allowing', {
              n: allowing.length,
              names: allowing.map((name) => `“${name}”`).join(', '),
            })}
          </a>
        </p>
      )}
      {note.renamed && <p className="meta">{t('import.renamed')}</p>}
    </>
  );
}

/** There it would cover half of the drawing. */
const NARROW = 1200;

const ICON = { fitted: Wand, drawn: Sparkles, imported: FileDown };

function titleOf(note: Note): string {
  switch (note.is) {
    case 'fitted':
      return t('start.fitted', { sample: note.sample });
    case 'drawn':
      return t('start.words.opened', { model: note.model });
    case 'imported':
      return t('import.done', { name: note.name });
  }
}

export function StartNote(props: Props): ReactNode {
  const { slug } = props.doc;
  const { open } = props;
  const [kept, setKept] = useState(() => noteOf(slug));
  const [isFolded, fold] = useState(() => innerWidth <= NARROW);
  const box = useRef<HTMLElement>(null);
  const stay = (): void => box.current?.focus();
  const note = kept?.note;
  useEffect(() => {
    const found = noteOf(slug);
    if (!found || found.made) return;
    keepNote(slug, { ...found, made: true });
    if (found.note.is === 'fitted')
      for (const fit of found.note.fits) open.apply(fit.edits, `fit ${fit.id}`);
    if (found.note.is === 'drawn') open.apply(found.note.edits, 'drawn');
  }, [slug, open]);
  if (!note) return null;
  const Icon = ICON[note.is];
  return (
    <aside ref={box} tabIndex={-1} className="start-note" aria-label={titleOf(note)}>
      <header>
        <Icon size={16} aria-hidden />
        <b className="grow">{titleOf(note)}</b>
        <ActionIcon
          size={28}
          aria-label={t(isFolded ? 'import.unfold' : 'import.fold')}
          aria-expanded={!isFolded}
          onClick={() => fold(!isFolded)}
        >
          {isFolded ? <ChevronUp size={16} aria-hidden /> : <ChevronDown size={16} aria-hidden />}
        </ActionIcon>
        <ActionIcon
          size={28}
          aria-label={t('import.close')}
          onClick={() => {
            dropNote(slug);
            setKept(undefined);
          }}
        >
          <X size={16} aria-hidden />
        </ActionIcon>
      </header>
      <div className="start-note-b" hidden={isFolded}>
        {note.is === 'fitted' && <Fitted {...props} note={note} stay={stay} />}
        {note.is === 'drawn' && <Drawn {...props} note={note} stay={stay} />}
        {note.is === 'imported' && <Imported {...props} note={note} stay={stay} />}
      </div>
    </aside>
  );
}
