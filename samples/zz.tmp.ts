import { classify } from '../engine/models/practice/classify.ts';
import { readFileSync } from 'node:fs';
const wf = JSON.parse(readFileSync('samples/expense-approval/workflow.json','utf8'));
const cats = wf.scope.nodes.find((n:any)=>n.id==='check_claim').settings.categories;
for (const t of [
 'Purpose: Train to the customer workshop in Leeds and back\nKind: travel\nDay: 2026-11-12',
 'Purpose: Train to the customer workshop in Leeds and back\nKind: travel',
 'Purpose: Birthday party for my daughter\nKind: other\nDay: 2026-11-12',
 'Purpose: Dinner with customers in Berlin\nKind: meals\nDay: 2026-11-12',
 'Purpose: Hotel for the conference in Vienna\nKind: hotel\nDay: 2026-11-12',
 'Purpose: Two monitors for the new desk\nKind: equipment\nDay: 2026-11-12',
 'Purpose: New winter coat for my wife\nKind: other\nDay: 2026-11-12',
 'Purpose: gym membership\nKind: other\nDay: 2026-11-12',
 'Purpose: Parking ticket\nKind: travel\nDay: 2026-11-12',
 'Purpose: stuff\nKind: other\nDay: 2026-11-12',
 'Purpose: asdf qwer\nKind: other\nDay: 2026-11-12',
 'Purpose: Team lunch\nKind: meals\nDay: 2026-11-12',
 'Purpose: Wine for the weekend\nKind: meals\nDay: 2026-11-12',
 'Purpose: Taxi to airport\nKind: travel\nDay: 2026-11-12',
 'Purpose: Travel\nKind: travel\nDay: 2026-11-12',
 'Purpose: Laptop stand\nKind: equipment\nDay: 2026-11-12',
]) { const r = classify(t, cats); console.log(t.split('\n')[0].padEnd(60), r.id, r.share?.toFixed(2), r.words.join(','), JSON.stringify(r.scores)); }
