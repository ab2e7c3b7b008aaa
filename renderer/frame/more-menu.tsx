// What else can be done with a thing: a menu behind three dots.

import { ActionIcon, Menu } from '@mantine/core';
import { Ellipsis, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export type MoreItem = {
  icon: LucideIcon;
  words: string;
  act: () => void;
  /** It takes something away. */
  isDanger?: true;
};

type Props = {
  /** What the dots say to whoever does not see them. */
  label: string;
  items: MoreItem[];
  /** Beside one line of a list. */
  isSmall?: true;
  /** At the lower edge of a place: it opens upwards. */
  opensUp?: true;
  isDisabled?: boolean;
};

/** Nothing at all when there is nothing to be done. */
export function MoreMenu({ label, items, isSmall, opensUp, isDisabled }: Props): ReactNode {
  if (items.length === 0) return null;
  return (
    <Menu position={opensUp ? 'top-end' : 'bottom-end'}>
      <Menu.Target>
        <ActionIcon
          {...(isSmall && { size: 28 })}
          aria-label={label}
          disabled={isDisabled ?? false}
        >
          <Ellipsis size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {items.map(({ icon: Icon, words, act, isDanger }, i) => (
          <Menu.Item
            key={`${words} ${i}`}
            {...(isDanger && { className: 'danger' })}
            leftSection={<Icon size={14} aria-hidden />}
            onClick={act}
          >
            {words}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
