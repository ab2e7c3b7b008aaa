// Where the ways of the step lead, in words.

import { findStep } from '../../engine/1-document/scopes.ts';
import { t } from '../words.ts';
import { useInspected } from './context.ts';

/** The name of what a way leads to; several by comma, or that it leads nowhere yet. */
export function useLeads(): (port: string) => string {
  const { workflow, step } = useInspected();
  const scope = findStep(workflow, step.id)?.scope;
  return (port) => {
    const names = (scope?.edges ?? [])
      .filter((edge) => edge.from === step.id && edge.port === port)
      .map(({ to }) => scope?.nodes.find((node) => node.id === to)?.name ?? '');
    return names.length > 0 ? names.join(', ') : t('app.ways.nowhere_short');
  };
}
