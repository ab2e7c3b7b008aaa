// Promises of generated forms: see form-spec.ts.
import { expect, test } from 'vitest';
import { registry } from '../../nodes/index.ts';
import { isSaid } from '../../engine/base/text/say.ts';
import { formOf, type Spec } from './form-spec.ts';
import { WIDGETS } from './widget-names.ts';

const specOf = (type: string, key: string): Spec =>
  formOf(registry.get(type) as never).find((spec) => spec.key === key) as Spec;

function* everySpec(specs: Spec[], path: string): Generator<[string, Spec]> {
  for (const spec of specs) {
    yield [`${path}.${spec.key}`, spec];
    yield* everySpec(spec.parts ?? [], `${path}.${spec.key}`);
    for (const parts of Object.values(spec.variants ?? {}))
      yield* everySpec(parts, `${path}.${spec.key}`);
  }
}

test('every setting of every step has a widget the form can draw', () => {
  for (const [type, definition] of registry)
    for (const [path, spec] of everySpec(formOf(definition), type))
      expect(WIDGETS, `${path} asks for ${spec.widget}`).toContain(spec.widget);
});

test('every setting a person sees has a label in words', () => {
  const missing = [...registry.values()].flatMap((definition) =>
    formOf(definition)
      .map((spec) => `node.${definition.type}.setting.${spec.key}`)
      .filter((code) => !isSaid(code)),
  );
  expect(missing).toEqual([]);
});

test('a bindable setting is described by what may be typed into it', () => {
  expect(specOf('wait@1', 'ms')).toMatchObject({
    widget: 'duration',
    bindable: true,
    isWhole: true,
  });
  expect(specOf('approval@1', 'title')).toMatchObject({ widget: 'text', bindable: true });
  expect(specOf('classify@1', 'text')).toMatchObject({ widget: 'long_text', bindable: true });
});

test('choices, bounds and defaults come from the schema', () => {
  expect(specOf('end@1', 'outcome')).toMatchObject({
    widget: 'choice',
    choices: ['done', 'refused', 'does_not_know'],
    fallback: 'done',
    required: false,
  });
  expect(specOf('classify@1', 'maxOutputTokens')).toMatchObject({
    widget: 'number',
    min: 16,
    max: 32_000,
  });
});

test('lists of records know their parts, operations their kinds', () => {
  expect(specOf('approval@1', 'show').parts?.map((part) => part.key)).toEqual([
    'label',
    'value',
    'field',
  ]);
  const operations = specOf('shape_data@1', 'fields').parts?.find((part) => part.key === 'do');
  expect(Object.keys(operations?.variants ?? {})).toContain('sum');
});
