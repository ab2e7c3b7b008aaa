// Every key of this workspace: where it is kept, where it may go, and what uses it. Values are
// never shown.

import { useState, type ReactNode } from 'react';
import { useAsk } from '../ask.ts';
import { t } from '../words.ts';
import { KeyEntry, KnownKey, whereWords } from './key-panel.tsx';
import { Panel } from './panel.tsx';

export function KeysPage(): ReactNode {
  const { data: secrets } = useAsk('secrets', {});
  const [replacing, setReplacing] = useState<string>();
  if (!secrets) return null;
  const here = new Set(secrets.secrets.map(({ name }) => name));
  const lacking = [...Map.groupBy(secrets.uses, ({ secret }) => secret)].filter(
    ([name]) => !here.has(name),
  );
  return (
    <>
      <header className="tool-head">
        <h2>{t('tool.keys')}</h2>
      </header>
      <p className="sentence">{t('tool.keys.sub', { where: whereWords(secrets) })}</p>
      {secrets.secrets.length + lacking.length === 0 && (
        <p className="meta">{t('tool.keys.none')}</p>
      )}
      {secrets.secrets.map((entry) => (
        <Panel key={entry.name} title={entry.name}>
          {replacing === entry.name ? (
            <KeyEntry
              name={entry.name}
              hosts={entry.hosts}
              secrets={secrets}
              onDone={() => setReplacing(undefined)}
            />
          ) : (
            <KnownKey entry={entry} secrets={secrets} onReplace={() => setReplacing(entry.name)} />
          )}
        </Panel>
      ))}
      {lacking.map(([name, uses]) => (
        <Panel key={name} title={name} note={t('tool.keys.lacking')}>
          <p className="hint">
            {t('tool.key.used_by', {
              list: uses
                .map(({ by, workflow }) =>
                  workflow === undefined ? by : t('tool.key.use', { tool: by, workflow }),
                )
                .join('\n'),
            })}
          </p>
        </Panel>
      ))}
    </>
  );
}
