// Where live data is read. It stands apart from the contract so that a page can know it before it
// knows any shape.

/** Live data: `GET /api/events?after=pos`, one server-sent event per journal event, id = pos. */
export const STREAM = '/api/events';
