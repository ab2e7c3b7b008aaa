// The form that starts a run: fields made of the workflow's input, filled in with an example.
// F1 a document with errors explains itself instead of failing.
// F2 nothing leaves this computer while practising, and the form says so where it is done.

import { Button, Modal, Select, Switch } from '@mantine/core';
import { ChevronDown, FlaskConical, Play } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Refused } from '../frame/refused.tsx';
import type { Problem, Workflow } from '../../engine/1-document/schema.ts';
import { findStep } from '../../engine/1-document/scopes.ts';
import type { WorkflowDoc } from '../../engine/api/contract.ts';
import type { Json, JsonObject } from '../../engine/base/value.ts';
import { useAsk, useTell } from '../ask.ts';
import { FieldInput } from '../fields/field-input.tsx';
import { ModeLine } from '../models/mode-line.tsx';
import { go } from '../route.ts';
import { t } from '../words.ts';
import { examplesOf, faultsOf, sharesLine, startValues, type Example } from './form-values.ts';
import { rememberPace } from './pace.ts';
import { useInputFile } from './use-input-file.ts';
import { RunProblems } from './run-problems.tsx';

type Props = {
  doc: WorkflowDoc;
  opened: boolean;
  onClose: () => void;
  /** Values and requester of an earlier run, to begin with. */
  start?: { input: JsonObject; by: string };
  /** Goes to what a problem is about, where the drawing is at hand. */
  onGo?: (problem: Problem) => void;
};

export function RunForm({ doc, opened, onClose, start, onGo }: Props): ReactNode {
  const { slug, workflow } = doc;
  const problems = useAsk('analyse', { slug, workflow }, { enabled: opened }).data?.problems;
  const errors = problems?.filter((problem) => problem.severity === 'error');
  const isReady = errors?.length === 0;
  return (
    <Modal
      opened={opened && errors !== undefined}
      onClose={onClose}
      title={<Title workflow={workflow} errors={errors ?? []} />}
      size={520}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      {isReady ? (
        <Form doc={doc} onClose={onClose} {...(start ? { start } : {})} />
      ) : (
        <RunProblems problems={errors ?? []} onClose={onClose} onGo={onGo} />
      )}
    </Modal>
  );
}

function Title({ workflow, errors }: { workflow: Workflow; errors: Problem[] }): ReactNode {
  const { name, input } = workflow;
  const line = input.length > 0 ? 'app.form.filled' : 'app.form.nothing';
  return (
    <>
      {t(errors.length > 0 ? 'app.form.not_yet' : 'app.form.title', { name })}
      <span className="dialog-sub">
        {errors.length > 0 ? t('app.form.mend', { n: errors.length }) : t(line)}
      </span>
    </>
  );
}

function Examples({
  all,
  at,
  onTake,
}: {
  all: Example[];
  at: string;
  onTake: (one: Example) => void;
}): ReactNode {
  if (all.length < 2) return null;
  return (
    <fieldset className="examples">
      <legend className="meta">{t('app.form.examples')}</legend>
      {all.map((one) => (
        <button
          key={one.id}
          type="button"
          className={`way static num${one.id === at ? ' is-live' : ''}`}
          aria-pressed={one.id === at}
          onClick={() => onTake(one)}
        >
          {one.words}
        </button>
      ))}
    </fieldset>
  );
}

/**
 * The people a run can be started as; the first of the workspace unless somebody else is chosen.
 */
function Requester({
  by,
  onBy,
}: {
  by: string | undefined;
  onBy: (by: string) => void;
}): ReactNode {
  const people = useAsk('workspace', {}).data?.people ?? [];
  return (
    <Select
      label={t('app.form.by')}
      description={t('app.form.by.help')}
      inputWrapperOrder={['label', 'input', 'description']}
      value={by ?? people[0]?.id ?? null}
      data={people.map((person) => ({ value: person.id, label: person.name }))}
      onChange={(next) => next && onBy(next)}
      rightSection={<ChevronDown size={14} aria-hidden />}
    />
  );
}

/** Names of the steps a result was kept of; an ordinary run does not use them. */
function useKeptSteps(slug: string, workflow: Workflow): string[] {
  const results = useAsk('kept', { slug }).data?.results ?? [];
  return results.flatMap(({ step }) => findStep(workflow, step)?.node.name ?? []);
}

function Form({ doc, onClose, start }: Omit<Props, 'opened' | 'onGo'>): ReactNode {
  const { slug, workflow } = doc;
  const fields = workflow.input;
  const [values, setValues] = useState<JsonObject>(start?.input ?? startValues(fields));
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [by, setBy] = useState(start?.by);
  const [isSlow, setSlow] = useState(true);
  const { mutate, isPending, error, reset } = useTell('startRun');
  const onFile = useInputFile(slug);
  const kept = useKeptSteps(slug, workflow);
  const [isTest, setTest] = useState(false);
  const examples = examplesOf(workflow);
  const at = examples.find((one) => JSON.stringify(one.values) === JSON.stringify(values))?.id;
  const shown = error?.field ? { [error.field]: error.message, ...faults } : faults;
  const set = (id: string, value: Json | undefined): void => {
    const { [id]: _old, ...rest } = values;
    setValues(value === undefined ? rest : { ...rest, [id]: value });
    setFaults(({ [id]: _mended, ...others }) => others);
    if (error) reset();
  };
  const run = (): void => {
    const wrong = faultsOf(fields, values);
    setFaults(wrong);
    if (Object.keys(wrong).length > 0) return;
    const pace = isSlow ? 'watch' : 'full';
    mutate(
      {
        slug,
        input: values,
        pace,
        ...(by === undefined ? {} : { by }),
        ...(isTest ? { test: { kept: true } } : {}),
      },
      {
        onSuccess: (answer) => {
          rememberPace(answer.run, pace);
          onClose();
          go({ at: 'run', run: answer.run });
        },
      },
    );
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        run();
      }}
      noValidate
    >
      <div className="dialog-b run-form">
        <div className="form-fields">
          {fields.map((field, i) => (
            <div key={field.id} className={sharesLine(fields, i) ? 'half' : undefined}>
              <FieldInput
                field={field}
                value={values[field.id]}
                onChange={(value) => set(field.id, value)}
                error={shown[field.id]}
                autoFocus={i === 0}
                onFile={onFile}
              />
            </div>
          ))}
        </div>
        <Examples all={examples} at={at ?? ''} onTake={(one) => setValues(one.values)} />
        <div className="form-how">
          <Requester by={by} onBy={setBy} />
          <Switch
            label={t('app.form.slow')}
            checked={isSlow}
            onChange={(event) => setSlow(event.currentTarget.checked)}
          />
        </div>
        {kept.length > 0 && (
          <Switch
            label={t('try.form.kept', { n: kept.length, names: kept.join('\n') })}
            checked={isTest}
            onChange={(event) => setTest(event.currentTarget.checked)}
          />
        )}
        <Refused why={error?.field ? undefined : error?.message} />
      </div>
      <div className="dialog-f">
        <span className="meta with-icon grow">
          {isTest ? (
            <>
              <FlaskConical size={14} aria-hidden /> {t('try.form.line', { n: kept.length })}
            </>
          ) : (
            <ModeLine />
          )}
        </span>
        <Button onClick={onClose}>{t('app.cancel')}</Button>
        <Button
          type="submit"
          variant="filled"
          loading={isPending}
          leftSection={<Play size={14} fill="currentColor" aria-hidden />}
          {...(fields.length === 0 ? { 'data-autofocus': true } : {})}
        >
          {t('app.form.run')}
        </Button>
      </div>
    </form>
  );
}
