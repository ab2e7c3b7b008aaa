// Whether workflows and runs are shown as a canvas or as an outline: one choice for every screen,
// kept for the next time.

import { useLocalStorage } from '@mantine/hooks';

export type View = 'canvas' | 'outline';

/** The view, and how to change it. */
export function useView(): [View, (view: View) => void] {
  const [view, setView] = useLocalStorage<View>({
    key: 'interlock-view',
    defaultValue: 'canvas',
    getInitialValueInEffect: false,
    serialize: (value) => value,
    deserialize: (text) => (text === 'outline' ? 'outline' : 'canvas'),
  });
  return [view, setView];
}
