// The file was changed elsewhere while it was changed here: mine, theirs, or both put together.
// CD1 what is not taken is kept as a version first; a choice that cannot keep it is none.
// CD2 what each choice changes in the file is shown before it is made.

import { Button, Modal, Radio, SegmentedControl } from '@mantine/core';
import { useSelector } from '@xstate/store-react';
import { useMemo, useState, type ReactNode } from 'react';
import { merge, type Clash, type Merged, type Side } from '../../engine/1-document/merge.ts';
import type { Setting, Workflow, WorkflowEdge } from '../../engine/1-document/schema.ts';
import { findStep } from '../../engine/1-document/scopes.ts';
import type { WorkflowDoc } from '../../engine/api/contract.ts';
import { drawingOf } from '../../engine/2-validate/drawing.ts';
import { isObject, type Json } from '../../engine/base/value.ts';
import { edgeId } from '../../engine/base/ids.ts';
import { registry } from '../../nodes/index.ts';
import { stepFacts } from '../canvas/step-facts.ts';
import type { Judged } from '../document/use-analysis.ts';
import type { OpenDocument } from '../document/open-document.ts';
import { textOf } from '../json-text.ts';
import { t } from '../words.ts';
import { compare } from './compare.ts';
import { Difference } from './difference.tsx';
import './history.css';
import { labelOf } from './path-label.ts';
import { fieldLabel } from './tell.ts';
import { wordsOf } from './value-of.ts';

type Forms = { base: Workflow; yours: Workflow; theirs: Workflow };
type Way = Side | 'both';

const nameIn = ({ yours, theirs }: Forms, id = ''): string =>
  (findStep(yours, id) ?? findStep(theirs, id))?.node.name ?? id.replaceAll('_', ' ');

function wayName(forms: Forms, id: string, port: string): string {
  const node = (findStep(forms.yours, id) ?? findStep(forms.theirs, id))?.node;
  const way = node && stepFacts(registry, node).ways.find((one) => one.id === port);
  return way?.words ?? port;
}

/** What both sides changed, in words. */
function clashWords({ what, id = '', at = '' }: Clash, forms: Forms): string {
  const name = nameIn(forms, id);
  if (what === 'field')
    return t('conflict.what.field', { label: fieldLabel(at, forms.yours).words });
  if (what === 'way') return t('conflict.what.way', { name, way: wayName(forms, id, at) });
  if (what !== 'part') return t(`conflict.what.${what}`, { name });
  if (at === 'at') return t('conflict.what.place', { name });
  const node = (findStep(forms.yours, id) ?? findStep(forms.theirs, id))?.node;
  const { words } = labelOf(node, at);
  return t('conflict.what.part', { name, label: words });
}

type About = { clash: Clash; forms: Forms; judged: Judged };

/** What one side made of it, in a few words. */
function sideWords({ clash, forms, judged }: About, side: Side): string {
  const value = clash[side];
  const { what, id = '', at = '' } = clash;
  if (value === null) return t('conflict.gone');
  if (what === 'way' && Array.isArray(value))
    return value.map((to) => nameIn(forms, textOf(to))).join(', ');
  if (what === 'room') return value === '' ? t('conflict.here') : nameIn(forms, textOf(value));
  if (what === 'step' || what === 'note')
    return isObject(value) ? textOf(value['name'] ?? value['text']) : '';
  const { folder, setting } = judged;
  const drawing = drawingOf({ ...folder, workflow: forms[side] }, setting, registry);
  const node = findStep(forms[side], id)?.node;
  const code = what === 'field' ? fieldLabel(at, forms[side]).code : labelOf(node, at).code;
  const people = new Map(setting.people.map((one) => [one.id, one]));
  const where = { key: at.split('.').at(-1) ?? '', code, ...(id === '' ? {} : { step: id }) };
  const words = wordsOf(value as Json, where, { folder, drawing }, people);
  return words === '' ? t('history.value.nothing') : words;
}

type ClashesProps = {
  merged: Merged;
  forms: Forms;
  judged: Judged;
  picks: Record<string, Side>;
  onPick: (key: string, side: Side) => void;
};

/** What did not fit, one by one, with who wins; and arrows that had to be left out. */
function Clashes({ merged, forms, judged, picks, onPick }: ClashesProps): ReactNode {
  const { clashes, leftOut } = merged;
  if (clashes.length === 0 && leftOut.length === 0)
    return <p className="meta">{t('conflict.fits')}</p>;
  const arrowWords = ({ from, port, to }: WorkflowEdge): string =>
    t('conflict.arrow', {
      from: nameIn(forms, from),
      way: wayName(forms, from, port),
      to: nameIn(forms, to),
    });
  return (
    <>
      {clashes.length > 0 && (
        <>
          <p>{t('conflict.clashes', { n: clashes.length })}</p>
          <ul className="clashes">
            {clashes.map((clash) => {
              const words = clashWords(clash, forms);
              const about = { clash, forms, judged };
              return (
                <li key={clash.key}>
                  <b>{words}</b>
                  <SegmentedControl
                    aria-label={t('conflict.side', { what: words })}
                    value={picks[clash.key] ?? 'yours'}
                    onChange={(side) => onPick(clash.key, side as Side)}
                    data={(['yours', 'theirs'] as const).map((side) => ({
                      value: side,
                      label: (
                        <span className="clash-side">
                          <span className="meta">{t(`conflict.${side}`)}</span>
                          <span className="cut">{sideWords(about, side)}</span>
                        </span>
                      ),
                    }))}
                  />
                </li>
              );
            })}
          </ul>
        </>
      )}
      {leftOut.length > 0 && (
        <>
          <p>{t('conflict.left_out', { n: leftOut.length })}</p>
          <ul>
            {leftOut.map((arrow) => (
              <li key={edgeId(arrow)}>{arrowWords(arrow)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

type FormProps = { open: OpenDocument; judged: Judged; theirs: WorkflowDoc; base: Workflow };

function Form({ open, judged, theirs, base }: FormProps): ReactNode {
  const yours = useSelector(open.history, (s) => s.context.workflow);
  const forms = useMemo(
    (): Forms => ({ base, yours, theirs: theirs.workflow }),
    [base, yours, theirs],
  );
  const [picks, setPicks] = useState<Record<string, Side>>({});
  const merged = useMemo(() => merge(forms, (key) => picks[key] ?? 'yours'), [forms, picks]);
  const [way, setWay] = useState<Way>('both');
  const [isBusy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const comparison = useMemo(() => {
    const setting: Setting = judged.setting;
    const next = way === 'both' ? merged.workflow : forms[way];
    const folder = (workflow: Workflow) => ({ ...judged.folder, workflow });
    return compare(folder(forms.theirs), folder(next), setting);
  }, [judged, merged, forms, way]);
  const decide = (): void => {
    setBusy(true);
    setWrong(undefined);
    open
      .resolve(way === 'both' ? { both: (key) => picks[key] ?? 'yours' } : way)
      .catch((error: unknown) => {
        const why = error instanceof Error ? error.message : '';
        setWrong(t('conflict.failed', { why }));
      })
      .finally(() => setBusy(false));
  };
  return (
    <>
      <div className="dialog-b conflict">
        <p>{t('conflict.lead')}</p>
        <Radio.Group
          label={t('conflict.choose')}
          value={way}
          onChange={(value) => setWay(value as Way)}
        >
          <div className="bumps">
            {(['both', 'yours', 'theirs'] as const).map((one) => (
              <Radio
                key={one}
                value={one}
                label={t(`conflict.${one}`)}
                description={t(`conflict.${one}.help`)}
              />
            ))}
          </div>
        </Radio.Group>
        {way === 'both' && (
          <Clashes
            merged={merged}
            forms={forms}
            judged={judged}
            picks={picks}
            onPick={(key, side) => setPicks({ ...picks, [key]: side })}
          />
        )}
        <section>
          <h3 className="cap">{t('conflict.now')}</h3>
          <Difference comparison={comparison} />
        </section>
        {wrong !== undefined && <p className="hist-wrong">{wrong}</p>}
      </div>
      <div className="dialog-f">
        <span className="grow" />
        <Button variant="filled" loading={isBusy} onClick={decide}>
          {t(`conflict.do.${way}`)}
        </Button>
      </div>
    </>
  );
}

type Props = { opened: boolean; open: OpenDocument; judged: Judged };

export function ConflictDialog({ opened, open, judged }: Props): ReactNode {
  const { theirs, base } = useSelector(open.saving, (s) => s.context);
  const { name } = judged.folder.workflow;
  return (
    <Modal
      opened={opened}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('conflict.title', { name })}
      size={640}
    >
      {theirs && base && <Form open={open} judged={judged} theirs={theirs} base={base} />}
    </Modal>
  );
}
