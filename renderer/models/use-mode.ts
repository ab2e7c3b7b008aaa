// Whether runs practise, and what answers where they do not: one answer for every badge.

import { notifications } from '@mantine/notifications';
import { outdated, useAsk, useTell } from '../ask.ts';
import { t } from '../words.ts';
import { nameOf, placeOf, realModel } from './model-words.ts';

export type Mode = {
  practice: boolean;
  /** The badge in one sentence. */
  line: string;
  hasReal: boolean;
  set: (practice: boolean) => void;
  isBusy: boolean;
};

/** The mode of this workspace; undefined until it is known. */
export function useMode(): Mode | undefined {
  const workspace = useAsk('workspace', {}).data;
  const { mutate, isPending } = useTell('setPractice');
  if (!workspace) return undefined;
  const real = realModel(workspace.models);
  const params = { model: real ? nameOf(real) : '', place: real ? placeOf(real) : '' };
  const off = real ? 'models.practice.off' : 'models.practice.off.tools';
  return {
    practice: workspace.practice,
    hasReal: real !== undefined,
    line: t(workspace.practice ? 'models.practice.on' : off, params),
    isBusy: isPending,
    set: (practice) =>
      mutate(
        { practice },
        {
          onSuccess: () =>
            notifications.show({
              message: t(practice ? 'models.practice.turned_on' : 'models.practice.turned_off'),
            }),
          onError: (wrong) => notifications.show({ message: wrong.message, color: 'red' }),
          onSettled: () => outdated('workspace', 'drawCost'),
        },
      ),
  };
}
