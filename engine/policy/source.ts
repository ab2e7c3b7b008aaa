// What an authority card says about the text that comes through its tool, and about what leaves by
// it.
// SO1 text from outside is labelled `untrusted`. A card says so by its source (`untrusted`, `web`,
//     `mail`, `file`); a tool that reads where strangers write, and whose card says nothing else,
//     is taken to bring such text.
// SO2 private is what concerns people who never asked to be in a run: customer data, and every
//     source called `private`.

import type { AuthorityCard } from '../node.ts';

/** The label of text that somebody outside wrote. */
export const UNTRUSTED = 'untrusted';
/** The label of what should not leave the house without somebody's consent. */
export const PRIVATE = 'private';

export const isUntrusted = (labels: readonly string[]): boolean => labels.includes(UNTRUSTED);

type Source = Pick<AuthorityCard, 'source' | 'adapter' | 'class'>;

const OUTSIDE = new Set([UNTRUSTED, 'web', 'mail', 'file']);
/** Adapters that read what anybody may have written. */
const OPEN = new Set<AuthorityCard['adapter']>([
  'folder',
  'mail_parse',
  'http',
  'mcp',
  'files',
  'mail_read',
  'knowledge',
]);
/** What a card's source is called where nobody gave it a name. */
const UNNAMED = 'tool';

/** SO1. */
const isOutside = ({ source, adapter }: Source): boolean =>
  OUTSIDE.has(source) || (source === UNNAMED && OPEN.has(adapter));

/** SO2. */
const isPrivate = (card: Source): boolean =>
  card.class === 'customer_data' || card.source === PRIVATE;

/** What a card's source is: a played tool is as far outside as the one it stands for. */
export const sourceOf = (card: Source): string =>
  card.source === UNNAMED && isOutside(card) ? UNTRUSTED : card.source;

/** The labels that everything a tool answers carries, besides those of its arguments. */
export const sourceLabels = (card: Source): string[] => [
  ...new Set([
    sourceOf(card),
    ...(isOutside(card) ? [UNTRUSTED] : []),
    ...(isPrivate(card) ? [PRIVATE] : []),
  ]),
];

type Leaving = Pick<AuthorityCard, 'effect' | 'class' | 'adapter'>;

/**
 * Does the tool do what cannot be taken back: something irreversible, moving money, or speaking to
 * people? Untrusted text must never decide about these by itself.
 */
export const isSink = ({ effect, class: kind }: Leaving): boolean =>
  effect === 'irreversible' || effect === 'spend' || (kind === 'communication' && acts(effect));

const acts = (effect: AuthorityCard['effect']): boolean => effect !== 'none' && effect !== 'read';

/** Does it only read, but far away? What it is given leaves this computer: an address can speak. */
export const sendsWords = ({ effect, adapter }: Leaving): boolean =>
  !acts(effect) && (adapter === 'http' || adapter === 'mcp');
