// Boundaries: what one workflow may do, remember and spend, who answers for it and how it is
// stopped, in plain words read off the machine. Printed, it is one page for whoever is accountable.
// BS1 nothing here is written by a model or a person but names; where the drawing has errors,
//     nothing is claimed.

import { Button } from '@mantine/core';
import { Printer, ShieldAlert, ShieldCheck } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import type { ContractSentence } from '../../engine/3-compile/sentence.ts';
import { proofs, type ProofSentence } from '../../engine/3-compile/proofs.ts';
import { findStep } from '../../engine/1-document/scopes.ts';
import type { Person, Workflow } from '../../engine/1-document/schema.ts';
import { registry } from '../../nodes/index.ts';
import { useAnalysis, type Judged } from '../document/use-analysis.ts';
import { useDocument, useWorkflow, type Loaded } from '../document/use-document.ts';
import { cost, number } from '../format.ts';
import { Missing } from '../frame/state-page.tsx';
import { Rich } from '../frame/rich.tsx';
import { Limits, Owners } from '../inspector/workflow-settings.tsx';
import { EffectLists } from '../try/effect-button.tsx';
import { useEffectOfChange, type Effect } from '../try/use-effect-of-change.ts';
import { t } from '../words.ts';

const TOPICS = {
  way: 'ways',
  may: 'may',
  must_ask: 'must_ask',
  must_never: 'must_never',
  stops_when: 'stops_when',
} as const;

function Sentences({ title, of }: { title: string; of: ContractSentence[] }): ReactNode {
  if (of.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {of.map(({ code, params }, i) => (
          <li key={i} className="plain-line">
            <span aria-hidden>·</span>
            <span className="num">
              <Rich text={t(code, params)} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const namesOf = (workflow: Workflow, path: readonly string[]): string =>
  path.map((id) => findStep(workflow, id)?.node.name ?? id).join(' › ');

function Proofs({ all, workflow }: { all: ProofSentence[]; workflow: Workflow }): ReactNode {
  return (
    <section className="bounds-verdict">
      <h2>{t('bounds.proof')}</h2>
      {all.length === 0 && <p>{t('bounds.proof.none')}</p>}
      <ul>
        {all.map(({ code, params, isProved, path }, i) => (
          <li key={i} className={isProved ? 'proved' : 'open'}>
            {isProved ? (
              <ShieldCheck size={16} aria-hidden />
            ) : (
              <ShieldAlert size={16} aria-hidden />
            )}
            <span className="num">
              <Rich text={t(code, params)} />
              {path && path.length > 1 && (
                <span className="meta block">
                  {t('bounds.proof.path', { path: namesOf(workflow, path) })}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {all.length > 0 && <p className="hint">{t('bounds.proof.how')}</p>}
    </section>
  );
}

function Most({ judged }: { judged: Judged }): ReactNode {
  const { workflow } = judged.folder;
  const ceiling = judged.judgement?.ceiling;
  if (!ceiling) return null;
  const { atMost, path, unknownPrice } = ceiling;
  const figures = {
    costUsd: unknownPrice.length
      ? t('bounds.most.unknown', { models: unknownPrice.join('\n') })
      : cost(atMost.costNano),
    modelCalls: number(atMost.modelCalls),
    toolCalls: number(atMost.toolCalls),
    minutes: t('app.ceiling.minutes', { n: number(atMost.minutes) }),
  };
  return (
    <section>
      <h2>{t('bounds.most')}</h2>
      <dl className="bounds-figures num">
        {Object.entries(figures).map(([counter, words]) => (
          <div key={counter}>
            <dt>{t(`bounds.most.${counter}`)}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p className="hint">
        {t('bounds.most.help')} {t('bounds.most.path', { path: namesOf(workflow, path) })}
      </p>
    </section>
  );
}

function Lines({ title, lines }: { title: string; lines: string[] }): ReactNode {
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line} className="plain-line">
            <span aria-hidden>·</span>
            <span>{line}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function EffectPart({ effect, workflow }: { effect: Effect | undefined; workflow: Workflow }) {
  if (!effect) return null;
  const { examples, runs } = effect.of;
  const isQuiet = effect.examples.length + effect.runs.length === 0;
  const nothing = examples + runs === 0 ? 'bounds.effect.nothing' : 'bounds.effect.none';
  return (
    <section className="no-print">
      <h2>{t('bounds.effect')}</h2>
      {isQuiet ? (
        <p>{t(nothing, { examples, runs })}</p>
      ) : (
        <EffectLists effect={effect} workflow={workflow} />
      )}
    </section>
  );
}

const personIn = (people: Person[], id: string | undefined): string | undefined =>
  people.find((person) => person.id === id)?.name;

function Sheet({ doc, open }: Loaded): ReactNode {
  const workflow = useWorkflow(open);
  const judged = useAnalysis(doc, workflow);
  const effect = useEffectOfChange(doc.slug, judged);
  const judgement = judged?.judgement;
  const isFine = judgement?.isFine === true;
  const proved = useMemo(
    () => (judged && isFine ? proofs(judged.folder, judged.setting, registry) : []),
    [judged, isFine],
  );
  if (!judged || !judgement) return null;
  const { people } = judged.setting;
  const contract = (topic: string): ContractSentence[] =>
    judgement.contract.filter((sentence) => sentence.topic === topic);
  const own = {
    workflow,
    people,
    apply: (edits: Parameters<typeof open.apply>[0]) => void open.apply(edits),
  };
  const incidents = personIn(people, workflow.owners.incidents ?? workflow.owners.mission);
  const given = workflow.input.map(({ label }) => label);
  return (
    <div className="bounds-sheet">
      <div className="bounds-top">
        <p>{workflow.purpose}</p>
        <Button
          className="no-print"
          leftSection={<Printer size={14} aria-hidden />}
          onClick={() => print()}
        >
          {t('bounds.print')}
        </Button>
      </div>
      {!isFine && (
        <p className="refused" role="alert">
          {t('bounds.errors')}
        </p>
      )}
      {isFine && <Proofs all={proved} workflow={workflow} />}
      <Most judged={judged} />
      <EffectPart effect={effect} workflow={workflow} />
      <div className="bounds-lists">
        {Object.entries(TOPICS).map(([topic, code]) => (
          <Sentences key={topic} title={t(`bounds.${code}`)} of={contract(topic)} />
        ))}
        <Lines title={t('bounds.remember')} lines={[t('bounds.remember.none')]} />
        <Lines
          title={t('bounds.record')}
          lines={[
            t('bounds.record.all'),
            ...(given.length ? [t('bounds.record.data', { fields: given.join('\n') })] : []),
          ]}
        />
        <Lines
          title={t('bounds.stop')}
          lines={[
            t('bounds.stop.one'),
            t('bounds.stop.all'),
            incidents ? t('bounds.stop.who', { who: incidents }) : t('bounds.stop.nobody'),
          ]}
        />
      </div>
      <div className="bounds-edit">
        <Limits {...own} />
        <Owners {...own} />
      </div>
      <div className="signatures">
        <div>{t('bounds.sign.owner')}</div>
        <div>{t('bounds.sign.approver')}</div>
      </div>
    </div>
  );
}

export function BoundariesSheet({ slug }: { slug: string }): ReactNode {
  const { loaded, wrong } = useDocument(slug);
  if (wrong) return <Missing title={t('app.design.missing')} text={wrong.message} />;
  return loaded ? <Sheet {...loaded} /> : null;
}
