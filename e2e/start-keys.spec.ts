// How somebody begins, with the keyboard alone: a guided choice and a person.

import { expect } from '@playwright/test';
import { test } from './kit/app.ts';
import { keysOf } from './kit/keyboard.ts';

test('a guided start and a new person need nothing but keys', async ({ app: { page } }) => {
  const { press, replace, tabTo, write } = keysOf(page);
  const named = (role: 'button' | 'link' | 'textbox' | 'combobox', name: string | RegExp) =>
    page.getByRole(role, { name });

  await tabTo(named('button', /What should happen/));
  await press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await tabTo(page.getByRole('radio', { name: /^A claim or a bill/ }));
  await press('Space');
  await expect(page.getByText('Under $500: pays by itself.')).toBeVisible();
  await press('Enter', 'Enter');
  await tabTo(named('textbox', 'From which amount'));
  await replace('300');
  await expect(page.getByText('Under $300: pays by itself.')).toBeVisible();
  await press('Enter', 'Enter');
  await tabTo(named('textbox', 'What is it called?'));
  await replace('Travel claims');
  await press('Enter');
  const note = page.getByRole('complementary', { name: /fitted to your answers/ });
  await tabTo(note.getByRole('button', { name: /Take back: Asks somebody from/ }));
  await press('Enter');
  await expect(note).toContainText('Taken back');

  await expect(note).toBeFocused();
  await tabTo(named('link', 'Settings'), true);
  await press('Enter');
  await tabTo(named('link', 'People'));
  await press('Enter');
  await tabTo(named('button', 'Add a person'));
  await press('Enter');
  await expect(named('textbox', 'Name')).toBeFocused();
  await write('Eva Lund');
  await press('Enter');
  await expect(page.getByRole('row', { name: /Eva Lund/ })).toBeVisible();
  await expect(named('button', 'Add a person')).toBeFocused();
});
