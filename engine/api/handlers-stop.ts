// Stopping everything and how the engine stands: the engine's side of the contract.

import type { Handlers } from './handler.ts';

type StopName = 'stopAll' | 'releaseKeys' | 'stopInventory' | 'stopReceipt' | 'standing';

export const stopHandlers: Handlers<StopName> = {
  stopAll: async (app, { how, by }) => ({ receipt: await app.engine.stopAll(how, by) }),
  releaseKeys: (app) => app.engine.releaseKeys(),
  stopInventory: (app) => app.engine.inventory(),
  stopReceipt: (app) => ({ receipt: app.engine.stopReceipt() ?? null }),
  standing: (app) => {
    const { trouble, ...standing } = app.engine.standing();
    return { ...standing, trouble: trouble ?? null };
  },
};
