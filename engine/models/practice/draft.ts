// stub
export function draft(_task: unknown, _room: number) { return { text: 'x' }; }
