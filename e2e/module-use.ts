// Reads what a file offers to others and what it takes from them, from its syntax (parsed by swc,
// since TypeScript 7 has no programming interface yet).
import { type Module, parseSync } from '@swc/core';
import { withoutComments } from './source-files.ts';

/** A file as far as this module needs it. */
export interface Code {
  name: string;
  text: string;
}

/** A name a file offers. */
export interface Exported {
  name: string;
  isType: boolean;
}

/** What one file offers and what it takes. */
export interface Use {
  exports: Exported[];
  /** Specifier → the names taken from it; `*` stands for all of them. */
  takes: Map<string, Set<string>>;
}

type Item = Module['body'][number];
type Taken = [specifier: string, ...names: string[]];

const text = (node: { value: string }): string => node.value;

/** What an import, a re-export or nothing at all takes from elsewhere. */
function taken(item: Item): Taken | undefined {
  if (item.type === 'ImportDeclaration') {
    const names = item.specifiers.map((one) => {
      if (one.type === 'ImportNamespaceSpecifier') return '*';
      if (one.type === 'ImportDefaultSpecifier') return 'default';
      return text(one.imported ?? one.local);
    });
    return [item.source.value, ...names];
  }
  if (item.type === 'ExportNamedDeclaration' && item.source) {
    const names = item.specifiers.map((one) =>
      one.type === 'ExportSpecifier' ? text(one.orig) : '*',
    );
    return [item.source.value, ...names];
  }
  return item.type === 'ExportAllDeclaration' ? [item.source.value, '*'] : undefined;
}

/** The names an item offers. */
function offered(item: Item): Exported[] {
  if (item.type === 'ExportNamedDeclaration') {
    return item.specifiers.flatMap((one) =>
      one.type === 'ExportSpecifier'
        ? [{ name: text(one.exported ?? one.orig), isType: item.typeOnly }]
        : [],
    );
  }
  if (item.type !== 'ExportDeclaration') return [];
  const made = item.declaration;
  if (made.type === 'VariableDeclaration') {
    return made.declarations.flatMap(({ id }) =>
      id.type === 'Identifier' ? [{ name: id.value, isType: false }] : [],
    );
  }
  if (made.type === 'TsInterfaceDeclaration' || made.type === 'TsTypeAliasDeclaration') {
    return [{ name: made.id.value, isType: true }];
  }
  return 'identifier' in made ? [{ name: made.identifier.value, isType: false }] : [];
}

/** Specifiers outside import statements: `import('…')`, `new URL('…', …)` and the like. */
function mentioned(source: string): string[] {
  const callers = ['import', 'new URL', 'import\\.meta\\.resolve', 'require'];
  const pattern = new RegExp(`\\b(?:${callers.join('|')})\\(\\s*['"]([^'"]+)['"]`, 'g');
  return [...withoutComments(source).matchAll(pattern)].map((found) => found[1] ?? '');
}

/** Reads what a file offers and takes. */
export function readUse(file: Code): Use {
  const isScript = /\.(js|mjs|cjs)$/.test(file.name);
  const tsx = file.name.endsWith('x');
  const parsed = parseSync(
    file.text,
    isScript ? { syntax: 'ecmascript' } : { syntax: 'typescript', tsx },
  );
  const takes = new Map<string, Set<string>>();
  const all: Taken[] = [
    ...parsed.body.map(taken).filter((one) => one !== undefined),
    ...mentioned(file.text).map((specifier): Taken => [specifier, '*']),
  ];
  for (const [specifier, ...names] of all) {
    takes.set(specifier, new Set([...(takes.get(specifier) ?? []), ...names]));
  }
  return { exports: parsed.body.flatMap(offered), takes };
}
