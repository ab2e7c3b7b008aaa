// Adding a tool: what it is to be, from a list in plain words.

import { Globe, SquareTerminal } from 'lucide-react';
import { createElement, type ReactNode } from 'react';
import { t } from '../words.ts';
import { ADAPTER_ICONS, type Addable } from './kinds.ts';

export type AddChoice = Addable | 'mcp_program' | 'mcp_address';

const CHOICES: AddChoice[] = [
  'http',
  'mail_send',
  'mail_read',
  'mcp_program',
  'mcp_address',
  'folder',
  'files',
  'sql',
  'knowledge',
  'mail_parse',
  'practice',
];

const iconOf = (choice: AddChoice) => {
  if (choice === 'mcp_program') return SquareTerminal;
  if (choice === 'mcp_address') return Globe;
  return ADAPTER_ICONS[choice];
};

export function AddTool({ onAdd }: { onAdd: (choice: AddChoice) => void }): ReactNode {
  return (
    <section className="add-tool" aria-label={t('tool.add')}>
      <h2>{t('tool.add.title')}</h2>
      <p className="meta">{t('tool.add.sub')}</p>
      <ul>
        {CHOICES.map((choice) => (
          <li key={choice}>
            <button type="button" className="add-choice" onClick={() => onAdd(choice)}>
              <span className="tile tile-tool" aria-hidden>
                {createElement(iconOf(choice), { size: 16 })}
              </span>
              <span>
                <b className="block">{t(`tool.kind.${choice}`)}</b>
                <span className="meta block">{t(`tool.kind.${choice}.help`)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
