// Places as chips inside an editor: each is one thing to the cursor, to Delete and to the reader.
// CH1 the letters below a chip never change by being drawn; taking the chips away gives the text.

import { Facet, RangeSet, type Extension } from '@codemirror/state';
import {
  Decoration,
  EditorView,
  MatchDecorator,
  ViewPlugin,
  WidgetType,
  type DecorationSet,
  type ViewUpdate,
} from '@codemirror/view';
import type { Places, PlaceWords } from './places.ts';

function drawChip({ from, name, last, isLost }: PlaceWords): HTMLElement {
  const chip = document.createElement('span');
  chip.className = isLost ? 'place-chip is-lost' : 'place-chip';
  chip.title = [from && `${from} › ${name}`, last].filter(Boolean).join(': ') || name;
  if (from) {
    const source = document.createElement('span');
    source.textContent = `${from} › `;
    chip.append(source);
  }
  const strong = document.createElement('b');
  strong.textContent = name;
  chip.append(strong);
  return chip;
}

type Chip = WidgetType & { words: PlaceWords };

/** A chip as CodeMirror takes it: an object of its kind, with three answers of its own. */
function chipOf(words: PlaceWords): WidgetType {
  const own: Partial<Chip> = {
    words,
    eq: (other) => JSON.stringify((other as Chip).words) === JSON.stringify(words),
    toDOM: () => drawChip(words),
    ignoreEvent: () => false,
  };
  return Object.assign(Object.create(WidgetType.prototype) as WidgetType, own);
}

/** What the places of this editor are. */
export const placesFacet = Facet.define<Places, Places | undefined>({
  combine: (all) => all[0],
});

const NONE = RangeSet.empty as DecorationSet;

function drawn(view: EditorView): DecorationSet {
  const places = view.state.facet(placesFacet);
  if (!places) return NONE;
  const finder = new MatchDecorator({
    regexp: new RegExp(places.pattern, 'g'),
    decorate: (add, from, to, match) => {
      const words = places.wordsOf(match[1] ?? '');
      if (words) add(from, to, Decoration.replace({ widget: chipOf(words) }));
    },
  });
  return finder.createDeco(view);
}

const plugin = ViewPlugin.define(
  (view) => {
    const own = {
      chips: drawn(view),
      update(update: ViewUpdate): void {
        const isOther = update.startState.facet(placesFacet) !== update.state.facet(placesFacet);
        if (update.docChanged || update.viewportChanged || isOther) own.chips = drawn(update.view);
      },
    };
    return own;
  },
  {
    decorations: (own) => own.chips,
    provide: (self) => EditorView.atomicRanges.of((view) => view.plugin(self)?.chips ?? NONE),
  },
);

/** Draws the places of `placesFacet` as chips (CH1). */
export const chips: Extension = plugin;
