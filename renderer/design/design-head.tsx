// The head of the designer: name, version, owner, saved state; ceiling, problems, Run.

import { Button, Kbd, Menu } from '@mantine/core';
import { ChevronDown, Play } from 'lucide-react';
import { useSelector } from '@xstate/store-react';
import type { ReactNode } from 'react';
import type { Edit } from '../../engine/1-document/change.ts';
import type { Person, Problem, Workflow } from '../../engine/1-document/schema.ts';
import type { Judgement } from '../../engine/3-compile/judge.ts';
import type { OpenDocument } from '../document/open-document.ts';
import { Who } from '../frame/who.tsx';
import { Head } from '../frame/work.tsx';
import { useCreate } from '../home/use-create.ts';
import { StandingWords } from '../history/standing-words.tsx';
import type { Standing } from '../history/use-published.ts';
import { NameInput } from '../inspector/name-input.tsx';
import { ViewSwitch } from '../outline/view-switch.tsx';
import { ProblemsButton } from '../problems/problems-button.tsx';
import { hrefOf, SHEETS } from '../route.ts';
import { saveAsFile } from '../start/save-file.ts';
import { t } from '../words.ts';
import { keyWord } from './key-caps.tsx';
import { CeilingChip } from './ceiling-chip.tsx';
import { CommandItems } from './command-items.tsx';
import { ContractLine } from './contract-line.tsx';
import type { Acts } from './use-commands.ts';

type Props = {
  workflow: Workflow;
  slug: string;
  open: OpenDocument;
  people: Person[];
  judgement: Judgement | undefined;
  apply: (edits: Edit[]) => void;
  onGo: (problem: Problem) => void;
  onFix: (problem: Problem) => void;
  onRun: () => void;
  /** How it stands to what was published of it. */
  standing: Standing | undefined;
  onPublish: () => void;
  acts: Acts;
  /** What the drawing as it is would have done to examples and runs. */
  effect: ReactNode;
};

/** "Saved", or why not, in a narrow window too; a lost connection is said here as well. */
function Saved({ open }: { open: OpenDocument }): ReactNode {
  const { state, why } = useSelector(open.saving, (s) => s.context);
  return (
    <output className={`meta saved ${state === 'failed' ? 'not-saved' : 'hide-m'}`} title={why}>
      {t(`app.saved.${state}`)}
    </output>
  );
}

type VersionProps = Pick<Props, 'workflow' | 'standing' | 'onPublish'>;

/** The published version, or that this one is another; then it leads to publishing. */
function Version({ workflow, standing, onPublish }: VersionProps): ReactNode {
  const { version } = workflow;
  if (!standing || standing.is === 'same')
    return <span className="meta num hide-m">{t('app.title.version', { version })}</span>;
  return (
    <button type="button" className="plain standing hide-m" onClick={onPublish}>
      <StandingWords standing={standing} version={version} />
      <span className="sr">{t('publish.open')}</span>
    </button>
  );
}

type MenuProps = Pick<Props, 'workflow' | 'slug' | 'acts' | 'open' | 'onPublish'>;

function NameMenu({ workflow, slug, acts, open, onPublish }: MenuProps): ReactNode {
  const create = useCreate();
  return (
    <Menu position="bottom-start" width="max-content" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <button type="button" className="plain name-menu" aria-label={t('app.title.menu')}>
          <ChevronDown size={14} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <CommandItems ids={['undo', 'redo']} acts={acts} />
        <Menu.Divider />
        <CommandItems ids={['palette', 'find', 'select_all', 'paste']} acts={acts} />
        <Menu.Divider />
        <CommandItems ids={['note', 'tidy', 'fit']} acts={acts} />
        <Menu.Divider />
        {SHEETS.map((at) => (
          <Menu.Item key={at} component="a" href={hrefOf({ at, slug })}>
            {t(`app.sheet.${at}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={onPublish}>{t('publish.open')}</Menu.Item>
        <Menu.Item
          onClick={() => create(t('app.workflows.copy_name', { name: workflow.name }), slug)}
        >
          {t('app.title.copy')}
        </Menu.Item>
        <Menu.Item onClick={() => void saveAsFile(slug, open.flush)}>{t('export.save')}</Menu.Item>
        <Menu.Item component="a" href="#/design">
          {t('app.title.all')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

export function DesignHead(props: Props): ReactNode {
  const { workflow, open, people, judgement, apply, onRun } = props;
  const owner = people.find((person) => person.id === workflow.owners.mission);
  const hasErrors = judgement?.problems.some((problem) => problem.severity === 'error') === true;
  return (
    <Head
      left={
        <>
          <h1 className="title-name">
            <NameInput
              name={workflow.name}
              label={t('app.title.name')}
              onRename={(name) => apply([{ do: 'set_workflow', field: 'name', value: name }])}
            />
          </h1>
          <NameMenu
            workflow={workflow}
            slug={props.slug}
            acts={props.acts}
            open={open}
            onPublish={props.onPublish}
          />
          <Version workflow={workflow} standing={props.standing} onPublish={props.onPublish} />
          {owner && (
            <span className="meta with-icon hide-l">
              <Who name={owner.name} /> {owner.name}
            </span>
          )}
          <Saved open={open} />
        </>
      }
      right={
        <>
          <ViewSwitch />
          <CeilingChip ceiling={judgement?.ceiling} budget={workflow.budget} />
          <ProblemsButton problems={judgement?.problems} onGo={props.onGo} onFix={props.onFix} />
          <Button
            variant="filled"
            data-tour="run"
            leftSection={<Play size={14} fill="currentColor" aria-hidden />}
            rightSection={
              <Kbd size="xs" className="kbd-on hide-m">
                {keyWord('Ctrl')} ↵
              </Kbd>
            }
            onClick={onRun}
          >
            {t('app.title.run')}
          </Button>
        </>
      }
      line={
        <ContractLine contract={judgement?.contract} hasErrors={hasErrors}>
          {props.effect}
        </ContractLine>
      }
    />
  );
}
