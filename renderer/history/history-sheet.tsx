// Every version of a workflow that was kept: what changed in it, and the ways back.
// HS1 what is now is what the designer shows, saved or not: both have the same open document.

import { Button } from '@mantine/core';
import { Rocket } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useAsk } from '../ask.ts';
import type { Names } from '../canvas/step-facts.ts';
import { useAnalysis } from '../document/use-analysis.ts';
import { useDocument, useWorkflow, type Loaded } from '../document/use-document.ts';
import { t } from '../words.ts';
import './history.css';
import { PublishDialog } from './publish-dialog.tsx';
import { StandingWords } from './standing-words.tsx';
import { usePublished } from './use-published.ts';
import { useTitle } from './use-title.ts';
import { NOW, VersionList } from './version-list.tsx';
import { VersionView } from './version-view.tsx';

function Sheet({ doc, open }: Loaded): ReactNode {
  const { slug } = doc;
  const workflow = useWorkflow(open);
  const judged = useAnalysis(doc, workflow);
  const versions = useAsk('versions', { slug }).data?.versions;
  const standing = usePublished(slug, judged?.folder);
  const people = useAsk('workspace', {}).data?.people;
  const [chosen, choose] = useState<string>();
  const [isPublishing, setPublishing] = useState(false);
  useTitle(workflow.name, standing);
  const names = useMemo<Names>(
    () => ({
      tools: new Map(doc.cards.map((card) => [card.name, card] as never)),
      people: new Map((people ?? []).map((person) => [person.id, person])),
    }),
    [doc.cards, people],
  );
  if (!versions || !judged) return null;
  const first = versions.find(({ isNow }) => !isNow)?.id ?? NOW;
  const isThere = chosen === NOW || versions.some(({ id }) => id === chosen);
  const shown = chosen !== undefined && isThere ? chosen : first;
  return (
    <div className="history">
      <div className="history-side">
        <div className="history-publish">
          {standing && <StandingWords standing={standing} version={workflow.version} />}
          <Button
            leftSection={<Rocket size={14} aria-hidden />}
            onClick={() => setPublishing(true)}
          >
            {t('publish.open')}
          </Button>
        </div>
        <VersionList versions={versions} chosen={shown} onChoose={choose} people={people ?? []} />
      </div>
      <VersionView
        slug={slug}
        versions={versions}
        chosen={shown}
        now={judged.folder}
        setting={judged.setting}
        names={names}
        open={open}
      />
      <PublishDialog
        slug={slug}
        open={open}
        judged={judged}
        standing={standing}
        opened={isPublishing}
        onClose={() => setPublishing(false)}
      />
    </div>
  );
}

export function HistorySheet({ slug }: { slug: string }): ReactNode {
  const { loaded, wrong } = useDocument(slug);
  if (wrong) return <p className="hist-wrong">{wrong.message}</p>;
  return loaded ? <Sheet {...loaded} /> : null;
}
