// Publishing: which number, why that one, what is promised otherwise, and what the person says.
// PD1 the number is proposed by the contract (3-compile/publish.ts); the person decides.
// PD2 what is published is what was shown: a file that changed meanwhile is refused.

import { Button, Modal, Radio, Select, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { ChevronDown } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import {
  changedSentences,
  nextVersion,
  proposeBump,
  type Bump,
  type Changed,
} from '../../engine/3-compile/publish.ts';
import { byVersion } from '../../engine/1-document/essence.ts';
import { judge } from '../../engine/3-compile/judge.ts';
import { registry } from '../../nodes/index.ts';
import { cache, outdated, useTell } from '../ask.ts';
import { moment } from '../cards/value-words.ts';
import type { OpenDocument } from '../document/open-document.ts';
import type { Judged } from '../document/use-analysis.ts';
import { t } from '../words.ts';
import { renamedSteps } from './compare.ts';
import { Promises } from './difference.tsx';
import './history.css';
import { folderOf, type Standing } from './use-published.ts';

const BUMPS: Bump[] = ['major', 'minor', 'patch'];

export type PublishProps = {
  slug: string;
  open: OpenDocument;
  judged: Judged;
  standing: Standing | undefined;
  opened: boolean;
  onClose: () => void;
};

/** What is proposed, and the sentences it follows from; everything is new the first time. */
function proposalOf({ judged, standing }: Pick<PublishProps, 'judged' | 'standing'>) {
  const { folder, setting } = judged;
  const { contract } = judge(folder, setting, registry);
  const last = standing?.last && folderOf(standing.last, folder);
  if (!last) return { bump: undefined, changed: [], version: folder.workflow.version };
  const before = judge(last, setting, registry).contract;
  const names = renamedSteps(last, folder);
  const [was, is] = [
    { contract: before, input: last.workflow.input },
    { contract, input: folder.workflow.input },
  ];
  return {
    bump: proposeBump(was, is, names),
    changed: changedSentences(before, contract, names),
    version: standing.last?.version ?? folder.workflow.version,
  };
}

/** The number a first publication gets. */
const firstOf = (version: string): string =>
  byVersion(version, '1.0.0') < 0 ? '1.0.0' : (version.split('+')[0] ?? version);

type NumbersProps = {
  changed: Changed[];
  version: string;
  proposed: Bump;
  chosen: Bump;
  onChoose: (bump: Bump) => void;
};

/** What is promised otherwise, and the number that follows from it (PD1). */
function Numbers({ changed, version, proposed, chosen, onChoose }: NumbersProps): ReactNode {
  return (
    <>
      <section>
        <h3 className="cap">{t('publish.sentences')}</h3>
        {changed.length === 0 ? (
          <p className="meta">{t('publish.sentences.none')}</p>
        ) : (
          <Promises changed={changed} />
        )}
      </section>
      <Radio.Group
        label={t('publish.number')}
        value={chosen}
        onChange={(value) => onChoose(value as Bump)}
      >
        <div className="bumps">
          {BUMPS.map((one) => (
            <Radio
              key={one}
              value={one}
              label={
                <span className="bump num">
                  <b>{nextVersion(version, one)}</b> {t(`publish.bump.${one}`)}
                  {one === proposed && <span className="told-tag">{t('publish.proposed')}</span>}
                </span>
              }
              description={t(`publish.bump.${one}.help`)}
            />
          ))}
        </div>
      </Radio.Group>
    </>
  );
}

function Form({ slug, open, judged, standing, onClose }: Omit<PublishProps, 'opened'>): ReactNode {
  const { folder, setting } = judged;
  const proposal = useMemo(() => proposalOf({ judged, standing }), [judged, standing]);
  const [chosen, choose] = useState<Bump>();
  const [note, setNote] = useState('');
  const [by, setBy] = useState<string | null>(folder.workflow.owners.mission ?? null);
  const { mutate, isPending, error, reset } = useTell('publishWorkflow');
  const [isConflict, setConflict] = useState(false);
  const errors = judged.judgement?.problems.filter(({ severity }) => severity === 'error') ?? [];
  const bump = chosen ?? proposal.bump;
  const version = bump ? nextVersion(proposal.version, bump) : firstOf(proposal.version);
  const isSame = standing?.is === 'same' && standing.last !== undefined;
  const publish = async (): Promise<void> => {
    await open.flush();
    const changed = proposal.changed.map(({ was, is }) => ({ was, is }));
    mutate(
      { slug, hash: open.hash(), version, note: note.trim(), changed, ...(by ? { by } : {}) },
      {
        onSuccess: (answer) => {
          if ('conflict' in answer) return setConflict(true);
          open.published(version, answer.hash);
          void cache.invalidateQueries({ queryKey: ['workflow', { slug }] });
          outdated('published', 'versions', 'workflows');
          notifications.show({ message: t('publish.done', { version }) });
          onClose();
        },
      },
    );
  };
  const last = standing?.last;
  return (
    <>
      <div className="dialog-b publish">
        <p>{t('publish.lead')}</p>
        <p className="meta num">
          {last
            ? t(last.isFound ? 'publish.last.found' : 'publish.last', {
                version: last.version,
                when: moment(last.at),
              })
            : t('publish.first')}
        </p>
        {errors.length > 0 && (
          <p className="hist-wrong">{t('publish.errors', { n: errors.length })}</p>
        )}
        {isSame && <p className="meta">{t('publish.same')}</p>}
        {errors.length === 0 && !isSame && (
          <>
            {bump && proposal.bump && (
              <Numbers {...proposal} proposed={proposal.bump} chosen={bump} onChoose={choose} />
            )}
            <Textarea
              label={t('publish.note')}
              placeholder={t('publish.note.placeholder')}
              autosize
              minRows={2}
              maxRows={6}
              maxLength={4000}
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
            <Select
              label={t('publish.by')}
              data={setting.people.map(({ id, name }) => ({ value: id, label: name }))}
              value={by}
              clearable
              placeholder={t('publish.by.nobody')}
              rightSection={<ChevronDown size={14} aria-hidden />}
              onChange={setBy}
            />
          </>
        )}
        {isConflict && <p className="hist-wrong">{t('publish.conflict')}</p>}
        {error && <p className="hist-wrong">{error.message}</p>}
      </div>
      <div className="dialog-f">
        <span className="grow" />
        <Button onClick={onClose}>{t('app.cancel')}</Button>
        <Button
          variant="filled"
          className="num"
          loading={isPending}
          disabled={errors.length > 0 || isSame || !judged.judgement}
          onClick={() => {
            reset();
            setConflict(false);
            void publish();
          }}
        >
          {t('publish.do', { version })}
        </Button>
      </div>
    </>
  );
}

export function PublishDialog({ opened, onClose, ...props }: PublishProps): ReactNode {
  const { name } = props.judged.folder.workflow;
  return (
    <Modal opened={opened} onClose={onClose} title={t('publish.title', { name })} size={560}>
      <Form {...props} onClose={onClose} />
    </Modal>
  );
}
