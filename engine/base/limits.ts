// A limit on everything, in one file, each with its reason.

export const LIMITS = {
  /** A document is a drawing, not a data store; larger files are a mistake or an attack. */
  documentBytes: 20 * 1024 * 1024,
  /** Deeper nesting than any drawing needs; protects every recursive walk. */
  documentDepth: 64,
  /** Above this nobody can read the drawing, and compile stays interactive below it. */
  nodes: 1000,
  /** Notes in one room; more is a document beside the drawing. */
  notes: 200,
  /** XState's cost per event grows with parallel regions; more belongs into a for-each. */
  branches: 50,
  /** Items in work at once; above it providers answer with rate limits. */
  concurrency: 10,
  /** Rounds of a loop; a guard against a loop nobody meant. */
  rounds: 1000,
  /** Items of one for-each. */
  items: 10_000,
  /** Leaves of one condition; more cannot be read as a sentence. */
  conditionLeaves: 50,
  /** Leaves above this live in the blob store so that context and journal stay small. */
  leafBytes: 2048,
  /** A step's inline value without its blobs. */
  valueBytes: 16 * 1024,
  /** The whole inline context of a run. */
  contextBytes: 256 * 1024,
  /** One file a person hands in; larger ones belong into a folder. */
  fileBytes: 20 * 1024 * 1024,
  /** Text shown or stored per leaf; longer is cut only for showing, never in the store. */
  previewChars: 160,
  /** Results taken into one commit. */
  batchResults: 256,
  /** Work per flush in milliseconds, so that stop and streams stay quick. */
  batchMs: 5,
  /** Steps without effect in one turn; more means a drawing that never does anything. */
  pureStepsInTurn: 100,
  /** Events between two snapshots: replay on restart stays under a millisecond. */
  snapshotEvery: 25,
  /** Events between two keyframes of the folded view: any position is one short fold away. */
  keyframeEvery: 1000,
  /** Events, or milliseconds, between two anchors of a running run's head. */
  anchorEvents: 1000,
  anchorMs: 1000,
  /** The record of a workspace, unless workspace.json says otherwise; the oldest runs go first. */
  recordMegabytes: 2048,
  /** Rows removed in one commit: a clean-up never holds up what runs. */
  retireRows: 500,
  /** How long what is in flight may take to be recorded when the program is told to end. */
  drainMs: 1500,
  /** Attempts of one step over its life, retries by hand included. */
  attempts: 20,
  /**
   * Steps and calls a gate looks ahead: a tenth of a second at most. What lies beyond is asked
   * about when it comes.
   */
  lookAheadSteps: 6000,
  lookAheadCalls: 1000,
  /** Calls listed one by one on a card; a longer list is summed up, with the whole behind it. */
  cardCalls: 20,
  /** Nested child runs. */
  childDepth: 8,
  /** Earlier forms of a workflow that are kept, saved minutes or seconds apart. */
  autosaves: 50,
  /** Beyond these the last of each hour in which it was worked on: a week or two to look back. */
  autosaveHours: 50,
  /** Work on more than this leaves the engine's thread, so that stop and streams stay quick. */
  workBytes: 256 * 1024,
  /** Threads beside the engine's own; more would only take the machine away from the person. */
  poolWorkers: 2,
  /** Pieces of work waiting for a thread; beyond it somebody asks faster than can be answered. */
  poolQueue: 200,
  /** One piece of work; a document that takes longer was made to. */
  poolWorkMs: 20_000,
  /** Pieces of work after which a thread starts afresh, and rest after which it ends. */
  poolJobs: 500,
  poolRestMs: 30_000,
  /**
   * Megabytes one thread may hold, and how often is looked. The heap's own bound lies far above: a
   * thread that runs into it fast enough takes the whole process with it.
   */
  poolMemoryMb: 640,
  poolLookMs: 100,
  poolHeapMb: 3072,
  /** Pages and characters of one document; more is a book, and nobody reads it in one step. */
  documentPages: 2000,
  documentChars: 5_000_000,
  /** What a packed document may unfold to: a hundred times a long report. */
  unpackedBytes: 64 * 1024 * 1024,
  /** The question that tests a model: as short as a question can be that a step would ask. */
  trialTokens: 400,
  trialBytes: 2500,
  /** A prompt is read by people too; what is longer is data and belongs into a file input. */
  promptChars: 100_000,
} as const;
