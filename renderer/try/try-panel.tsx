// The result of a step, opened from the foot of the inspector: what came out, where it is from, and
// what can be kept of it; while a trial asks or waits, that.

import { Button, Select } from '@mantine/core';
import { ChevronDown, Pencil, Pin, PinOff } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Folder, WorkflowNode } from '../../engine/1-document/schema.ts';
import { findStep } from '../../engine/1-document/scopes.ts';
import type { CardView, RunView } from '../../engine/4-run/view.ts';
import { outdated, useAsk, useTell } from '../ask.ts';
import { StateTag } from '../canvas/states.tsx';
import { CardPanel } from '../cards/card-panel.tsx';
import { cost, duration, when } from '../format.ts';
import { valuesOf } from '../playback/answers-values.ts';
import { Rich } from '../frame/rich.tsx';
import { hrefOf } from '../route.ts';
import { fieldsOf, type Known } from '../runs/known.ts';
import { useNow } from '../runs/use-now.ts';
import { t } from '../words.ts';
import { KeptDialog, type Writing } from './kept-dialog.tsx';
import { wayWords, type Result } from './result-words.ts';
import { SaveExample } from './save-example.tsx';
import { TryAsk } from './try-ask.tsx';
import { staleWords, type Kept } from './use-kept.ts';
import type { Trying } from './use-trying.ts';

type Props = {
  slug: string;
  node: WorkflowNode;
  folder: Folder;
  known: Known;
  trying: Trying;
  /** The run of the trial of this step, if there is one. */
  view: RunView | undefined;
  result: Result | undefined;
  kept: Kept | undefined;
};

const openCard = (view: RunView | undefined): CardView | undefined =>
  Object.values(view?.cards ?? {}).find(({ state }) => state === 'open');

/** What a trial came to, where that is not simply its result. */
function TrialWords({ node, known, view }: Pick<Props, 'node' | 'known'> & { view: RunView }) {
  if (view.status === 'failed' && view.failure)
    return (
      <p className="refused" role="alert">
        {t(view.failure.code, view.failure.params)}
      </p>
    );
  if (!view.end?.startsWith('elsewhere')) return null;
  const turned = view.path.findLast(({ step }) => known.nodes.has(step));
  const at = turned && known.nodes.get(turned.step);
  return (
    <output>
      <Rich
        text={t('try.elsewhere', {
          step: node.name,
          at: at?.name ?? '',
          way: at && turned ? wayWords(known, at, turned.port) : '',
        })}
      />
    </output>
  );
}

/** What a step that is tried alone is given of earlier steps. */
function Given({ slug, node, known }: Pick<Props, 'slug' | 'node' | 'known'>): ReactNode {
  const given = useAsk('givenTo', { slug, step: node.id }).data?.given ?? [];
  if (given.length === 0) return null;
  const name = (step: string): string => known.nodes.get(step)?.name ?? step;
  return (
    <p className="hint">
      {given
        .filter(({ from, isNeeded }) => from !== undefined || isNeeded)
        .map(({ step, from }) => t(`try.given.${from ?? 'nothing'}`, { step: name(step) }))
        .join(' ')}
    </p>
  );
}

function Values({ result, node, known }: { result: Result; node: WorkflowNode; known: Known }) {
  const values = valuesOf(result.value, fieldsOf(known, node));
  if (values.length === 0) return <p className="hint">{t('try.result.empty')}</p>;
  return (
    <dl className="try-values num">
      {values.map(({ label, words }) => (
        <div key={label} style={{ display: 'contents' }}>
          <dt>{label || t('try.result.value')}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

function From({ result, folder, kept }: Pick<Props, 'folder' | 'kept'> & { result: Result }) {
  const { from, effect, at } = result;
  const now = useNow(false);
  const isStale = from === 'kept' && kept !== undefined && kept.changed.length > 0;
  return (
    <div className="try-state">
      {isStale ? (
        <StateTag state="stale" pill />
      ) : (
        <StateTag
          state={effect?.failure ? 'failed' : 'done'}
          word={from === 'kept' ? t('try.kept') : undefined}
          pill
        />
      )}
      <span className="meta num">
        {t(kept?.edited && from === 'kept' ? 'try.from.written' : `try.from.${from}`, {
          at: at === undefined ? '' : when(at, now),
        })}
        {effect?.recorded && ` ${t('try.from.recorded')}`}
        {effect &&
          !effect.recorded &&
          effect.usage.costNano > 0 &&
          ` · ${cost(effect.usage.costNano)}`}
        {effect?.ms ? ` · ${duration(effect.ms)}` : ''}
      </span>
      {isStale && <p className="hint">{staleWords(kept, folder)}</p>}
    </div>
  );
}

export function TryPanel(props: Props): ReactNode {
  const { slug, node, folder, known, trying, view, result, kept } = props;
  const [writing, setWriting] = useState<Writing>();
  const keep = useTell('keepResult');
  const forget = useTell('forgetKept');
  const changed = (): void => outdated('kept', 'givenTo');
  const card = openCard(view);
  const isAsk = card?.body.detail?.code === 'why.test_asks';
  const refusal = trying.trial?.step === node.id ? trying.trial.refusal : undefined;
  const missing =
    refusal?.field === undefined ? undefined : findStep(folder.workflow, refusal.field);
  return (
    <section className="try-panel" id="try-panel" aria-label={t('try.panel', { step: node.name })}>
      {refusal && (
        <p className="refused" role="alert">
          {refusal.message}
          {missing && ` ${t('try.missing', { step: missing.node.name })}`}
        </p>
      )}
      {view && card && isAsk && <TryAsk key={card.id} card={card} view={view} known={known} />}
      {view && card && !isAsk && <CardPanel card={card} view={view} known={known} />}
      {view && <TrialWords node={node} known={known} view={view} />}
      {result && (
        <>
          <From result={result} folder={folder} kept={kept} />
          <Values result={result} node={node} known={known} />
        </>
      )}
      {!result && !view && !refusal && <p className="hint">{t('try.none')}</p>}
      <div className="try-buttons">
        {result && canKeep(result, kept) && (
          <Button
            leftSection={<Pin size={14} aria-hidden />}
            loading={keep.isPending}
            onClick={() =>
              keep.mutate({ slug, step: node.id, run: result.run ?? '' }, { onSuccess: changed })
            }
          >
            {t(kept ? 'try.keep.instead' : 'try.keep')}
          </Button>
        )}
        <Button
          leftSection={<Pencil size={14} aria-hidden />}
          onClick={() => setWriting(startOf(result, known, node))}
        >
          {t(result ? 'try.edit' : 'try.write')}
        </Button>
        {kept && (
          <Button
            leftSection={<PinOff size={14} aria-hidden />}
            loading={forget.isPending}
            onClick={() => forget.mutate({ slug, step: node.id }, { onSuccess: changed })}
          >
            {t('try.forget')}
          </Button>
        )}
        {result?.run !== undefined && <SaveExample slug={slug} run={result.run} />}
        {view && (
          <Button component="a" href={hrefOf({ at: 'run', run: view.run })}>
            {t('try.open_run')}
          </Button>
        )}
      </div>
      {trying.given.length > 1 && (
        <Select
          label={t('try.with')}
          value={trying.at}
          data={trying.given.map(({ id, words }) => ({ value: id, label: words }))}
          rightSection={<ChevronDown size={14} aria-hidden />}
          onChange={(next) => next && trying.choose(next)}
        />
      )}
      <Given slug={slug} node={node} known={known} />
      <KeptDialog
        slug={slug}
        node={node}
        known={known}
        start={writing}
        onClose={() => setWriting(undefined)}
      />
    </section>
  );
}

/** There is something to be kept, and it is not what is kept already. */
const canKeep = ({ from, run, effect }: Result, kept: Kept | undefined): boolean =>
  from !== 'kept' &&
  run !== undefined &&
  effect?.failure === undefined &&
  (kept?.run !== run || kept.edited === true);

/** What the form for writing a result begins with. */
function startOf(result: Result | undefined, known: Known, node: WorkflowNode): Writing {
  const definition = known.registry.get(node.type);
  const parsed = definition?.settings.safeParse(node.settings);
  const ports = parsed?.success ? (definition?.ports(parsed.data) ?? []) : [];
  const port = result?.effect?.failure ? undefined : result?.port;
  const first = ports.find((one) => !one.problem)?.id;
  return { port: port ?? first ?? 'ok', value: result?.value ?? {} };
}
