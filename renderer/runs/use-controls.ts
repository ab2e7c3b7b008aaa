// Pause, resume, step and stop of one run, with what their dialogs say.
// CO1 pausing happens at once; what still finishes is asked just before, so that the dialog is
//     true.
// CO2 what cannot be done is said in a sentence and changes nothing.

import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { Receipt } from '../../engine/4-run/events.ts';
import { call, type Refusal } from '../client.ts';
import { paceOf } from './pace.ts';

type Dialog = { is: 'pause' | 'stop'; finishing: string[]; receipt?: Receipt };

export type Controls = {
  dialog: Dialog | undefined;
  busy: string | undefined;
  pause: () => void;
  resume: () => void;
  step: () => void;
  askStop: () => void;
  stop: () => void;
  close: () => void;
};

const say = (wrong: unknown): void =>
  void notifications.show({ message: (wrong as Refusal).message });

/** The controls of a run. */
export function useControls(run: string): Controls {
  const [dialog, setDialog] = useState<Dialog>();
  const [busy, setBusy] = useState<string>();
  const act = async (name: string, what: () => Promise<void>): Promise<void> => {
    setBusy(name);
    await what().catch(say); // CO2
    setBusy(undefined);
  };
  const inFlight = async (): Promise<string[]> => {
    const { finishing } = await call('pausePreview', { run });
    return [...new Set(finishing.map(({ name }) => name))];
  };
  return {
    dialog,
    busy,
    pause: () =>
      void act('pause', async () => {
        const finishing = await inFlight();
        await call('pauseRun', { run });
        setDialog({ is: 'pause', finishing });
      }),
    resume: () =>
      void act('resume', async () => {
        setDialog(undefined);
        const { pace } = await call('pace', { run });
        if (pace === null) await call('setPace', { run, pace: paceOf(run) });
        await call('resumeRun', { run });
      }),
    step: () => void act('step', async () => void (await call('stepRun', { run }))),
    askStop: () =>
      void act('ask', async () => setDialog({ is: 'stop', finishing: await inFlight() })),
    stop: () =>
      void act('stop', async () => {
        const { receipt } = await call('stopRun', { run });
        setDialog({ is: 'stop', finishing: [], receipt });
      }),
    close: () => setDialog(undefined),
  };
}
