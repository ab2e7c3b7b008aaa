// What a database card can say: a statement, or a table with its columns.
// SO1 no import at all: the child process that opens foreign files reads this, too.

/** Arguments and the columns they stand for. */
export type Columns = (readonly [arg: string, column: string])[];

/** The options of a database card. Exactly one of `sql`, `find`, `insert`, `update`. */
export type SqlOptions = {
  file: string;
  /** May rows be changed? */
  write: boolean;
  sql?: string | undefined;
  table?: string | undefined;
  find?: Columns | undefined;
  insert?: Columns | undefined;
  key?: Columns | undefined;
  update?: Columns | undefined;
  /** The columns a look-up gives; all of them when nothing is said. */
  show?: string[] | undefined;
  /** Rows an answer has at most. */
  rows: number;
  /** Rows a call may change; a statement that would change more changes none. */
  changes: number;
};

/** Which of the four ways a card is filled in; undefined when it is none or several. */
export function formOf(options: SqlOptions): 'sql' | 'find' | 'insert' | 'update' | undefined {
  const { table, key } = options;
  const forms = (['sql', 'find', 'insert', 'update'] as const).filter((one) => options[one]);
  const [form] = forms;
  const isWhole = form === 'sql' ? !table : !!table && (form !== 'update' || !!key);
  return forms.length === 1 && isWhole ? form : undefined;
}
