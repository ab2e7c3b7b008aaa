// What a person's hands can do on any screen, whatever they hold: specs that are true with the
// mouse and with the keyboard are written once, in these words. See mouse.ts and keyboard.ts.

import type { Locator } from '@playwright/test';

export type Hands = {
  /** Presses a button, a link, a card. `isBefore` says that it stands before what was used last. */
  press: (target: Locator, isBefore?: boolean) => Promise<void>;
  /** Switches a box, a switch or one of several on or off. */
  tick: (target: Locator, isBefore?: boolean) => Promise<void>;
  /** Goes into a field and writes where its cursor is. */
  write: (target: Locator, text: string, isBefore?: boolean) => Promise<void>;
  /** Writes on where the cursor is. */
  writeOn: (text: string) => Promise<void>;
  /** Writes over what stands in a field. */
  replace: (target: Locator, text: string, isBefore?: boolean) => Promise<void>;
  /** Writes one entry after another into a field that takes several. */
  list: (target: Locator, entries: string[], isBefore?: boolean) => Promise<void>;
  /** Opens a choice and takes what begins like this. */
  choose: (target: Locator, words: string) => Promise<void>;
  /** The same where several can be chosen and the list stays open. */
  chooseOneOfSeveral: (target: Locator, words: string) => Promise<void>;
  /** Takes a value from the list of values that is open: `The form › Amount`. */
  pick: (value: string) => Promise<void>;
  /** Leaves a list that this button has opened. */
  leave: (opener: Locator) => Promise<void>;
  /** Takes the last change back. */
  undo: () => Promise<void>;
};

/** The same hands on the canvas of the designer. */
export type Walk = Hands & {
  /** Makes sure that something can be reached, and does nothing with it. */
  reach: (target: Locator) => Promise<void>;
  /** Selects a step, so that its panel opens. */
  open: (step: string) => Promise<void>;
  /** Looks for a kind of step by its words and puts it behind the step that is selected. */
  add: (words: string, name: string) => Promise<void>;
  /** Takes a value of an earlier step to a text. */
  carry: (value: string, to: Locator) => Promise<void>;
};
