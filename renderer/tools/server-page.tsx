// A program or address whose tools a workflow uses: what exactly would be started, what its tools
// say of themselves, and what changed since somebody agreed.
// SP1 nothing is started before somebody agreed to exactly the words shown here.

import { Button, TagsInput, TextInput } from '@mantine/core';
import { Plug, Plus, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Card, ToolServer } from '../../engine/1-document/schema.ts';
import { cardSchema } from '../../engine/1-document/schema.ts';
import type { ServerView, ToolView } from '../../engine/policy/tool-view.ts';
import { outdated, useAsk, useTell } from '../ask.ts';
import { ToolDiff } from '../cards/tool-diff.tsx';
import type { Part } from '../cards/tool-words.ts';
import { t } from '../words.ts';
import type { CardProblem } from './card-problems.ts';
import { KeyPanel } from './key-panel.tsx';
import { Panel, UNDER } from './panel.tsx';

type Props = {
  slug: string;
  server: ToolServer;
  problems: CardProblem[];
  /** It is in force exactly as shown: only then can anybody agree to it. */
  isInForce: boolean;
  onChange: (server: ToolServer, gesture?: string) => void;
  onAdd: (card: Card) => void;
  onRemove: () => void;
};

function Words({ view }: { view: ServerView }): ReactNode {
  return (
    <>
      {view.warnings.map((warning) => (
        <p key={warning} className="trouble warn">
          <TriangleAlert size={16} aria-hidden /> <span>{t(`tools.warning.${warning}`)}</span>
        </p>
      ))}
      <section className="exact" aria-label={t('tool.server.exactly')}>
        <h4 className="exact-h">{t('tool.server.exactly')}</h4>
        <dl className="launch">
          {view.words.map(({ part, text, odd, from }, i) => (
            <div key={i}>
              <dt>{t(`tools.part.${part}`)}</dt>
              <dd>
                <code className={odd ? 'odd' : undefined}>{text}</code>{' '}
                {from && <span className="meta">{t(`tools.from.${from}`)}</span>}
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}

/** What differs of a tool, as the card of a changed tool shows it. */
const partsOf = ({ changes }: ToolView): Part[] =>
  changes.map(({ part, lines }) => ({
    id: part,
    label: t(`tools.part.${part}`),
    before: lines.filter(({ kind }) => kind !== 'new'),
    now: lines.filter(({ kind }) => kind !== 'gone'),
  }));

function OneTool({ view, onAdd }: { view: ToolView; onAdd: (card: Card) => void }): ReactNode {
  const { draft } = view;
  return (
    <li className="rule" aria-label={view.tool}>
      <div className="rule-way">
        <b>{view.tool}</b>
        <span className={`tool-state state-${view.state}`}>
          {t(`tool.server.state.${view.state}`)}
        </span>
        <span className="grow" />
        {view.cards.length > 0 && <span className="meta">{t('tool.server.used')}</span>}
        {draft && view.state === 'agreed' && (
          <Button
            size="compact-xs"
            leftSection={<Plus size={12} aria-hidden />}
            onClick={() => onAdd(cardSchema.parse(draft))}
          >
            {t('tool.server.add')}
          </Button>
        )}
      </div>
      {view.description && (
        <p className="hint">{t('tool.server.says', { text: view.description })}</p>
      )}
      {view.claims.length > 0 && (
        <p className="hint">
          {t('tool.server.claims', {
            list: view.claims.map((claim) => t(`tools.claim.${claim}`)).join('\n'),
          })}
        </p>
      )}
      {view.state === 'changed' && <ToolDiff parts={partsOf(view)} isNew={false} />}
    </li>
  );
}

function ServerTools({ slug, server, onAdd }: Pick<Props, 'slug' | 'server' | 'onAdd'>): ReactNode {
  const look = useTell('lookAtTools');
  const agree = useTell('agreeTools');
  const at = { slug, server: server.id };
  const tools = look.data?.tools ?? [];
  const open = tools.filter(({ state }) => state === 'new' || state === 'changed');
  return (
    <Panel title={t('tool.server.tools')}>
      <p className="hint">{t('tool.server.look.help')}</p>
      <div className="row">
        <Button loading={look.isPending} onClick={() => look.mutate(at)}>
          {t(look.data ? 'tool.server.look.again' : 'tool.server.look')}
        </Button>
        {open.length > 0 && (
          <Button
            variant="filled"
            loading={agree.isPending}
            onClick={() =>
              agree.mutate(
                { ...at, pins: Object.fromEntries(open.map(({ tool, pin }) => [tool, pin])) },
                { onSuccess: () => look.mutate(at) },
              )
            }
          >
            {t('tool.server.agree_tools', { n: open.length })}
          </Button>
        )}
      </div>
      {(look.error ?? agree.error) && (
        <p className="fault">{(look.error ?? agree.error)?.message}</p>
      )}
      <ul className="rules">
        {tools.map((view) => (
          <OneTool key={view.name} view={view} onAdd={onAdd} />
        ))}
      </ul>
    </Panel>
  );
}

type FormProps = Pick<Props, 'server' | 'problems' | 'onChange'>;

function ServerForm({ server, problems, onChange }: FormProps): ReactNode {
  return (
    <Panel title={t('tool.server.words')} problems={problems}>
      <TextInput
        label={t('tool.title')}
        value={server.title}
        maxLength={120}
        onChange={(event) => onChange({ ...server, title: event.currentTarget.value }, 'title')}
      />
      {server.transport === 'program' ? (
        <>
          <TextInput
            label={t('tool.server.command')}
            description={t('tool.server.command.help')}
            inputWrapperOrder={UNDER}
            placeholder={t('tool.server.command.placeholder')}
            value={server.command}
            onChange={(event) =>
              onChange({ ...server, command: event.currentTarget.value }, 'command')
            }
          />
          <TagsInput
            label={t('tool.server.args')}
            description={t('tool.server.args.help')}
            inputWrapperOrder={UNDER}
            acceptValueOnBlur
            allowDuplicates
            value={server.args}
            onChange={(args) => onChange({ ...server, args })}
          />
          <TagsInput
            label={t('tool.server.env')}
            description={t('tool.server.env.help')}
            inputWrapperOrder={UNDER}
            value={server.env}
            onChange={(next) =>
              onChange({
                ...server,
                env: next.map((one) => one.toUpperCase().replace(/[^A-Z0-9_]/g, '_')),
              })
            }
          />
        </>
      ) : (
        <TextInput
          label={t('tool.server.address')}
          description={t('tool.server.address.help')}
          inputWrapperOrder={UNDER}
          placeholder="https://mcp.example.com/mcp"
          value={server.address}
          onChange={(event) =>
            onChange({ ...server, address: event.currentTarget.value }, 'address')
          }
        />
      )}
    </Panel>
  );
}

function hostsOfServer(server: ToolServer): string[] {
  if (server.transport === 'program') return [];
  return URL.canParse(server.address) ? [new URL(server.address).host] : [];
}

export function ServerPage(props: Props): ReactNode {
  const { slug, server, isInForce, onChange } = props;
  const views = useAsk('toolServers', { slug }, { enabled: isInForce }).data?.servers ?? [];
  const view = views.find(({ id }) => id === server.id);
  const agree = useTell('agreeServer');
  const withdraw = useTell('refuseServer');
  const again = { onSuccess: () => outdated('toolServers') };
  const at = { slug, server: server.id };
  return (
    <article className="tool-page" aria-label={server.title}>
      <header className="tool-head">
        <span className="tile tile-tool" aria-hidden>
          <Plug size={16} />
        </span>
        <div className="grow">
          <h2 className="cut">{server.title}</h2>
          <p className="meta">{t(`tool.server.kind.${server.transport}`)}</p>
        </div>
        <Button className="danger" onClick={props.onRemove}>
          {t('tool.server.remove')}
        </Button>
      </header>
      <ServerForm server={server} problems={props.problems} onChange={onChange} />
      {server.transport === 'address' && (
        <KeyPanel
          title={server.title}
          secret={server.secret}
          hosts={hostsOfServer(server)}
          problems={[]}
          onChange={(secret) => {
            const { secret: _old, ...rest } = server;
            onChange(secret === undefined ? rest : { ...server, secret });
          }}
        />
      )}
      <Panel title={t('tool.server.consent')}>
        {!isInForce && <p className="hint">{t('tool.server.force_first')}</p>}
        {isInForce && view && (
          <>
            <p>{t(`tool.server.${view.state}.${view.transport}`)}</p>
            <Words view={view} />
            <div className="row">
              {view.state === 'asks' ? (
                <Button
                  variant="filled"
                  loading={agree.isPending}
                  onClick={() => agree.mutate({ ...at, hash: view.hash }, again)}
                >
                  {t(`tool.server.agree.${view.transport}`)}
                </Button>
              ) : (
                <Button
                  className="danger"
                  loading={withdraw.isPending}
                  onClick={() => withdraw.mutate(at, again)}
                >
                  {t('tool.server.withdraw')}
                </Button>
              )}
            </div>
            {agree.error && <p className="fault">{agree.error.message}</p>}
          </>
        )}
      </Panel>
      {isInForce && view?.state === 'agreed' && (
        <ServerTools slug={slug} server={server} onAdd={props.onAdd} />
      )}
    </article>
  );
}
