// The way out of a room one has entered: its name, the rooms around it, and what it does.

import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { findStep } from '../../engine/1-document/scopes.ts';
import type { Workflow } from '../../engine/1-document/schema.ts';
import { registry } from '../../nodes/index.ts';
import { spokenLine, stepFacts, type Names } from '../canvas/step-facts.ts';
import { t } from '../words.ts';
import { wayTo } from './find.ts';
import { KeyCaps } from './key-caps.tsx';

type Props = {
  workflow: Workflow;
  inside: string;
  names: Names;
  onGo: (room: string) => void;
};

export function Breadcrumb({ workflow, inside, names, onGo }: Props): ReactNode {
  const room = findStep(workflow, inside)?.node;
  if (!room) return null;
  const around = wayTo(workflow.scope, inside, []) ?? [];
  const places = [{ id: '', name: workflow.name }, ...around];
  const { collapsed: _folded, ...open } = room;
  const line = spokenLine(stepFacts(registry, open), names);
  return (
    <nav className="breadcrumb" aria-label={t('app.crumb.label')}>
      <ol>
        {places.map(({ id, name }) => (
          <li key={id}>
            <button type="button" className="plain" onClick={() => onGo(id)}>
              {name}
            </button>
            <ChevronRight size={12} aria-hidden />
          </li>
        ))}
        <li>
          <b aria-current="location">{room.name}</b>
        </li>
      </ol>
      <span className="meta cut crumb-line">{line}</span>
      <span className="meta crumb-out">
        <KeyCaps command="leave" /> {t('app.crumb.out')}
      </span>
    </nav>
  );
}
