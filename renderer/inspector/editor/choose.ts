// The list that opens at an opening brace: type to search, Enter or Tab to take, Escape to go on
// writing.

import {
  acceptCompletion,
  autocompletion,
  completionKeymap,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import { placesFacet } from './chips.ts';
import { matching, type Choice, type Places } from './places.ts';

const OPEN = /\{\{?[^{}\n]{0,40}$/;
const SHOWN = 60;

function optionOf({ path, from, name, last }: Choice, places: Places): Completion {
  return {
    label: path,
    displayLabel: `${from} › ${name}`,
    ...(last ? { detail: last } : {}),
    apply: (view, _completion, start, end) => {
      const insert = places.write(path);
      view.dispatch({
        changes: { from: start, to: end, insert },
        selection: { anchor: start + insert.length },
        userEvent: 'input.complete',
      });
    },
  };
}

function offered(context: CompletionContext): CompletionResult | null {
  const places = context.state.facet(placesFacet);
  const typed = context.matchBefore(OPEN);
  if (!places || (!typed && !context.explicit)) return null;
  const words = typed?.text.replace(/^\{+/, '') ?? '';
  const options = matching(places.choices(), words)
    .slice(0, SHOWN)
    .map((choice) => optionOf(choice, places));
  return { from: typed?.from ?? context.pos, options, filter: false };
}

/** Values offered while writing. */
export const choosing: Extension = [
  autocompletion({
    override: [offered],
    icons: false,
    interactionDelay: 0,
    tooltipClass: () => 'place-list',
  }),
  keymap.of([...completionKeymap, { key: 'Tab', run: acceptCompletion }]),
];
