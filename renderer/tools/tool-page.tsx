// One tool as a page in plain words: the sentences of its card on top, following every change, and
// below them everything they are made of.

import { Button, Textarea, TextInput } from '@mantine/core';
import { Copy, Trash2, TriangleAlert } from 'lucide-react';
import { createElement, useEffect, useRef, useState, type ReactNode } from 'react';
import type { Card } from '../../engine/1-document/schema.ts';
import type { ToolsFile } from '../../engine/1-document/tools-file.ts';
import { MoreMenu, type MoreItem } from '../frame/more-menu.tsx';
import { cardSources, sightFrom } from '../rules/facts.ts';
import { t } from '../words.ts';
import { AskPanel } from './ask-panel.tsx';
import { cardSays, type Says } from './card-words.ts';
import { risksOf, type CardProblem } from './card-problems.ts';
import { CopyDialog } from './copy-dialog.tsx';
import { DoublePanel } from './double-panel.tsx';
import { EffectPanel } from './effect-panel.tsx';
import { FieldsPanel } from './fields-panel.tsx';
import { withOptions } from './hosts.ts';
import { KeyPanel } from './key-panel.tsx';
import { ADAPTER_ICONS } from './kinds.ts';
import { LimitsPanel } from './limits-panel.tsx';
import { LinkPanel } from './link-panel.tsx';
import { OptionForm, optionsFor } from './option-form.tsx';
import { Panel, problemsOn, UNDER } from './panel.tsx';
import { ReachPanel } from './reach-panel.tsx';
import { isInForce, stepsUsing, type ToolWorld } from './tool-world.ts';
import { TryPanel } from './try-panel.tsx';
import { withPart } from './card-part.ts';

type Props = {
  card: Card;
  file: ToolsFile;
  world: ToolWorld;
  problems: CardProblem[];
  /** It was added a moment ago. */
  isNew: boolean;
  onChange: (card: Card, gesture?: string) => void;
  /** The card, linked. */
  onLink: (card: Card) => void;
  onDouble: (double: ToolsFile['doubles'][number] | undefined, gesture?: string) => void;
  onRemove: () => void;
};

/** The card's sentences; what differs from what is in force stands out. */
function Sentences({ says, before }: { says: Says[]; before: Says[] | undefined }): ReactNode {
  const known = new Set(before?.map(({ id, text }) => `${id} ${text}`));
  return (
    <p className="sentence" aria-live="polite">
      {says.map(({ id, text }, i) => {
        const isNew = before !== undefined && !known.has(`${id} ${text}`);
        return <span key={`${id} ${i}`}>{isNew ? <b>{text}</b> : text} </span>;
      })}
    </p>
  );
}

function ToolHead({ card, file, world, onRemove }: Props): ReactNode {
  const [isCopying, setCopying] = useState(false);
  const items: MoreItem[] = [
    { icon: Copy, words: t('tool.copy'), act: () => setCopying(true) },
    { icon: Trash2, words: t('tool.remove'), act: onRemove, isDanger: true },
  ];
  return (
    <header className="tool-head">
      <span className="tile tile-tool" aria-hidden>
        {createElement(ADAPTER_ICONS[card.adapter], { size: 16 })}
      </span>
      <div className="grow">
        <h2 className="cut">{card.title || t('tool.unnamed')}</h2>
        <p className="meta">{t(`tool.kind.${card.adapter}`)}</p>
      </div>
      <MoreMenu label={t('tool.more', { tool: card.title })} items={items} />
      <CopyDialog
        card={card}
        file={file}
        slug={world.slug}
        opened={isCopying}
        onClose={() => setCopying(false)}
      />
    </header>
  );
}

function Risks({ card, world }: Pick<Props, 'card' | 'world'>): ReactNode {
  const risks = risksOf(card, world);
  const steps = stepsUsing(world, card);
  const grave = risks.filter(({ isCalm }) => !isCalm);
  return (
    <>
      {grave.length > 0 && (
        <ul className="tool-risks" aria-label={t('tool.risks')}>
          {grave.map(({ code, params }) => (
            <li key={code}>
              <TriangleAlert size={16} aria-hidden /> <span>{t(code, params)}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="hint">
        {risks.filter(({ isCalm }) => isCalm).map(({ code, params }) => `${t(code, params)} `)}
        {steps.length ? t('tool.used_by', { list: steps.join('\n') }) : t('tool.unused')}
      </p>
    </>
  );
}

export function ToolPage(props: Props): ReactNode {
  const { card, file, world, problems, isNew, onChange } = props;
  const sight = sightFrom(cardSources(card, world.currency));
  const before = world.inForce.cards.find(({ name }) => name === card.name);
  const says = cardSays(card, file.servers, sight);
  const left = file.cards.filter(({ unlinked }) => unlinked !== undefined).length;
  const panel = { card, problems, onChange };
  const name = useRef<HTMLInputElement>(null);
  // Somebody who has just added a tool names it first.
  useEffect(() => {
    if (isNew) name.current?.select();
  }, [isNew]);
  return (
    <article className="tool-page" aria-label={card.title}>
      <ToolHead {...props} />
      <Sentences says={says} before={before && cardSays(before, world.inForce.servers, sight)} />
      {card.unlinked && <LinkPanel {...panel} world={world} left={left} onChange={props.onLink} />}
      <Risks card={card} world={world} />
      <Panel title={t('tool.part.what')} problems={problemsOn(problems, 'title', 'name')}>
        <TextInput
          label={t('tool.title')}
          ref={name}
          value={card.title}
          maxLength={120}
          onChange={(event) => onChange({ ...card, title: event.currentTarget.value }, 'title')}
        />
        <Textarea
          label={t('tool.description')}
          description={t('tool.description.help')}
          inputWrapperOrder={UNDER}
          autosize
          minRows={1}
          maxLength={500}
          value={card.description}
          onChange={(event) =>
            onChange({ ...card, description: event.currentTarget.value }, 'description')
          }
        />
        {optionsFor(card.adapter).length > 0 && (
          <OptionForm
            kind={card.adapter}
            options={card.options ?? {}}
            args={card.args}
            problems={problems}
            without={['secretAs']}
            onChange={(options, key) => onChange(withOptions(card, options), `options ${key}`)}
          />
        )}
      </Panel>
      <EffectPanel {...panel} />
      <AskPanel
        {...panel}
        sight={sight}
        rules={world.rules}
        workflow={world.workflow}
        slug={world.slug}
      />
      <LimitsPanel {...panel} />
      {card.adapter !== 'practice' && <ReachPanel {...panel} />}
      {['http', 'mail_send', 'mail_read'].includes(card.adapter) && (
        <KeyPanel
          title={card.title}
          secret={card.secret}
          hosts={card.hosts ?? []}
          problems={problems}
          onChange={(secret) => onChange(withPart(card, 'secret', secret), 'secret')}
        >
          {card.adapter === 'http' && (
            <OptionForm
              kind="http"
              options={card.options ?? {}}
              args={card.args}
              problems={problems}
              without={optionsFor('http')
                .map(({ key }) => key)
                .filter((key) => key !== 'secretAs')}
              onChange={(options) => onChange(withOptions(card, options), 'secretAs')}
            />
          )}
        </KeyPanel>
      )}
      <FieldsPanel {...panel} />
      <DoublePanel
        card={card}
        double={file.doubles.find(({ name }) => name === card.name)}
        sight={sight}
        onChange={props.onDouble}
      />
      <TryPanel
        slug={world.slug}
        card={card}
        doubles={file.doubles}
        isInForce={isInForce(card, world.inForce.cards)}
      />
    </article>
  );
}

/** What stands at the right while nothing is chosen. */
export function NoTool({ onAdd }: { onAdd: () => void }): ReactNode {
  return (
    <section className="no-tool">
      <h2>{t('tool.none.title')}</h2>
      <p>{t('tool.none.text')}</p>
      <Button variant="filled" onClick={onAdd}>
        {t('tool.add')}
      </Button>
    </section>
  );
}
