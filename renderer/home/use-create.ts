// Making a new workflow, from nothing or as a copy, and going there.

import { notifications } from '@mantine/notifications';
import { outdated, useTell } from '../ask.ts';
import { go } from '../route.ts';

/** Creates a workflow of that name (as a copy of `from`, if given) and opens it. */
export function useCreate(): (name: string, from?: string) => void {
  const create = useTell('createWorkflow');
  return (name, from) =>
    create.mutate(
      { name, ...(from ? { from } : {}) },
      {
        onSuccess: ({ slug }) => {
          outdated('workflows');
          go({ at: 'design', slug });
        },
        onError: (wrong) => notifications.show({ message: wrong.message, color: 'red' }),
      },
    );
}
