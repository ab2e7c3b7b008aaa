// stub
export function decide(_task: unknown, _today: string): { choice: string|undefined; share: number; why: {code: string; params: Record<string,string>} } { return { choice: undefined, share: 0, why: {code:'practice.no_rule', params:{}} }; }
