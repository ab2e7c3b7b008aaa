// The key of a tool: entered once, never shown again. Where it is kept is said plainly, and so is
// what else uses it.
// KP1 a value lives in its field until it is kept, and nowhere else; then the field is empty again.

import { Button, PasswordInput, Select, TagsInput, TextInput } from '@mantine/core';
import { ChevronDown, KeyRound, ShieldCheck } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Answers } from '../../engine/api/contract.ts';
import { freshId } from '../../engine/base/ids.ts';
import { outdated, useAsk, useTell } from '../ask.ts';
import { moment } from '../cards/value-words.ts';
import { t } from '../words.ts';
import type { CardProblem } from './card-problems.ts';
import { cleanList } from './clean-list.ts';
import { Panel, problemsOn, UNDER } from './panel.tsx';

type Secrets = Answers['secrets'];

/** Where a new key would lie, in a sentence. */
export const whereWords = (secrets: Secrets | undefined): string =>
  secrets ? t(`tool.key.where.${secrets.where}`) : '';

type EntryProps = { name: string; hosts: string[]; secrets: Secrets; onDone: () => void };

/** Entering a key, or another one in its place. */
export function KeyEntry({ name, hosts: first, secrets, onDone }: EntryProps): ReactNode {
  const known = secrets.secrets.find((one) => one.name === name);
  const [value, setValue] = useState('');
  const [hosts, setHosts] = useState(known?.hosts.length ? known.hosts : first);
  const keep = useTell('setSecret');
  if (secrets.where === 'environment') {
    const variable = `INTERLOCK_SECRET_${name.toUpperCase()}`;
    return <p className="hint">{t('tool.key.environment', { variable })}</p>;
  }
  const submit = (): void =>
    keep.mutate(
      { name, value, hosts },
      {
        onSuccess: () => {
          setValue(''); // KP1
          outdated('secrets', 'toolServers');
          onDone();
        },
      },
    );
  return (
    <form
      className="key-entry"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <PasswordInput
        label={t(known ? 'tool.key.new_value' : 'tool.key.value')}
        autoComplete="off"
        value={value}
        error={keep.error?.message}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
      <TagsInput
        label={t('tool.key.hosts')}
        description={t('tool.key.hosts.help')}
        inputWrapperOrder={UNDER}
        value={hosts}
        splitChars={[',', ' ']}
        onChange={(next) => setHosts(cleanList(next).map((one) => one.toLowerCase()))}
      />
      <p className="hint with-icon">
        <ShieldCheck size={14} aria-hidden /> {whereWords(secrets)}
      </p>
      <div className="row">
        <Button
          type="submit"
          disabled={value === '' || hosts.length === 0}
          loading={keep.isPending}
        >
          {t('tool.key.keep')}
        </Button>
        {known && (
          <Button variant="subtle" onClick={onDone}>
            {t('tool.key.leave')}
          </Button>
        )}
      </div>
    </form>
  );
}

type KnownProps = {
  entry: Secrets['secrets'][number];
  secrets: Secrets;
  onReplace: () => void;
};

/** A key that is here: where it lies, where it may go, who uses it. */
export function KnownKey({ entry, secrets, onReplace }: KnownProps): ReactNode {
  const forget = useTell('forgetSecret');
  const [isSure, setSure] = useState(false);
  const uses = secrets.uses.filter(({ secret }) => secret === entry.name);
  const by = uses.map(({ by: tool, workflow }) =>
    workflow === undefined ? tool : t('tool.key.use', { tool, workflow }),
  );
  return (
    <div className="known-key">
      <p>
        <b>{t(`tool.key.kept.${entry.where}`)}</b>
        {entry.at !== undefined &&
          ` ${t('tool.key.since', { when: moment(Date.parse(entry.at)) })}`}
      </p>
      <p className="hint">{t('tool.key.goes_to', { list: entry.hosts.join('\n') || '–' })}</p>
      <p className="hint">
        {by.length ? t('tool.key.used_by', { list: by.join('\n') }) : t('tool.key.unused')}
      </p>
      {entry.where !== 'environment' && (
        <div className="row">
          <Button onClick={onReplace}>{t('tool.key.replace')}</Button>
          {isSure ? (
            <>
              <Button
                className="danger"
                loading={forget.isPending}
                onClick={() =>
                  forget.mutate(
                    { name: entry.name },
                    { onSuccess: () => outdated('secrets', 'toolServers') },
                  )
                }
              >
                {t('tool.key.forget.sure')}
              </Button>
              <Button variant="subtle" onClick={() => setSure(false)}>
                {t('tool.key.leave')}
              </Button>
            </>
          ) : (
            <Button className="danger" onClick={() => setSure(true)}>
              {t('tool.key.forget')}
            </Button>
          )}
        </div>
      )}
      {isSure && <p className="hint">{t('tool.key.forget.help')}</p>}
    </div>
  );
}

type Props = {
  /** What the key is for: becomes its name. */
  title: string;
  secret: string | undefined;
  hosts: string[];
  problems: CardProblem[];
  onChange: (secret: string | undefined) => void;
  children?: ReactNode;
};

const NAME = /[^a-z0-9_]/g;

export function KeyPanel(props: Props): ReactNode {
  const { title, secret, hosts, problems, onChange, children } = props;
  const { data: secrets } = useAsk('secrets', {});
  const [isReplacing, setReplacing] = useState(false);
  if (!secrets) return null;
  const names = secrets.secrets.map(({ name }) => name);
  const entry = secrets.secrets.find(({ name }) => name === secret);
  const asks = problemsOn(problems, 'secret').filter(({ isError }) => isError);
  if (secret === undefined)
    return (
      <Panel title={t('tool.part.key')} problems={asks}>
        <p className="hint">{t('tool.key.none')}</p>
        <div className="row">
          <Button
            leftSection={<KeyRound size={14} aria-hidden />}
            onClick={() => onChange(freshId(title, new Set(names), 'key'))}
          >
            {t('tool.key.needs')}
          </Button>
          {names.length > 0 && (
            <Select
              aria-label={t('tool.key.take')}
              placeholder={t('tool.key.take')}
              data={names}
              value={null}
              rightSection={<ChevronDown size={14} aria-hidden />}
              onChange={(next) => next && onChange(next)}
            />
          )}
        </div>
      </Panel>
    );
  const lacking = entry ? hosts.filter((one) => !entry.hosts.includes(one)) : [];
  return (
    <Panel title={t('tool.part.key')} problems={asks}>
      <div className="tool-two">
        <TextInput
          label={t('tool.key.name')}
          value={secret}
          maxLength={48}
          onChange={(event) =>
            onChange(event.currentTarget.value.toLowerCase().replace(NAME, '_') || 'key')
          }
        />
        <Button className="at-foot" variant="subtle" onClick={() => onChange(undefined)}>
          {t('tool.key.drop')}
        </Button>
      </div>
      {entry && !isReplacing && (
        <KnownKey entry={entry} secrets={secrets} onReplace={() => setReplacing(true)} />
      )}
      {entry && lacking.length > 0 && !isReplacing && (
        <p className="fault">{t('tool.key.not_for', { list: lacking.join('\n') })}</p>
      )}
      {(!entry || isReplacing) && (
        <KeyEntry
          key={secret}
          name={secret}
          hosts={hosts}
          secrets={secrets}
          onDone={() => setReplacing(false)}
        />
      )}
      {children}
    </Panel>
  );
}
