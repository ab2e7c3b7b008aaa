// The lucide icons that step types may name; an explicit list keeps the others out of the bundle.

import {
  BadgeCheck, CircleCheck, CircleDot, CircleHelp, CircleSlash, ClipboardList, Clock, Gauge, GitFork,
  GitMerge, Group, Layers, LifeBuoy, ListChecks, MessageCircleQuestionMark, PenLine, Plug, Repeat,
  Scale, ScanText, Shapes, Siren, Split, Stamp, Wallet, Workflow, type LucideIcon,
} from 'lucide-react';

const ICONS: Record<string, LucideIcon> = {
  'badge-check': BadgeCheck,
  'circle-check': CircleCheck,
  'circle-help': CircleHelp,
  'circle-slash': CircleSlash,
  'clipboard-list': ClipboardList,
  clock: Clock,
  gauge: Gauge,
  'git-fork': GitFork,
  'git-merge': GitMerge,
  group: Group,
  layers: Layers,
  'life-buoy': LifeBuoy,
  'list-checks': ListChecks,
  'message-circle-question-mark': MessageCircleQuestionMark,
  'pen-line': PenLine,
  plug: Plug,
  repeat: Repeat,
  scale: Scale,
  'scan-text': ScanText,
  shapes: Shapes,
  siren: Siren,
  split: Split,
  stamp: Stamp,
  wallet: Wallet,
  workflow: Workflow,
};

/** The icon by its lucide name; a plain dot for one that is not listed. */
export const iconOf = (name: string): LucideIcon => ICONS[name] ?? CircleDot;
