// The transport below a playback: start, back, play, on, end; where it is; the scrubber; the pace.

import { ActionIcon, SegmentedControl, Tooltip } from '@mantine/core';
import { Pause, Play, SkipBack, SkipForward, StepBack, StepForward } from 'lucide-react';
import type { ComponentType, ReactNode } from 'react';
import { clock } from '../format.ts';
import { Rich } from '../frame/rich.tsx';
import { t } from '../words.ts';
import { Scrubber } from './scrubber.tsx';
import type { Timeline } from './timeline.ts';
import type { Player } from './player.machine.ts';

type Props = {
  player: Player;
  timeline: Timeline;
  /** The moment shown, and what happened then. */
  at: number;
  words: string;
};

function Move(props: {
  name: string;
  icon: ComponentType<{ size?: number }>;
  to: number;
  player: Player;
}): ReactNode {
  const { name, icon: Icon, to, player } = props;
  return (
    <Tooltip label={t(`app.play.${name}`)}>
      <ActionIcon aria-label={t(`app.play.${name}`)} onClick={() => player.seek(to)}>
        <Icon size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

export function Transport({ player, timeline, at, words }: Props): ReactNode {
  const { n, isPlaying, pace } = player;
  const length = timeline.before.length;
  const Icon = isPlaying ? Pause : Play;
  const value = pace.skipWaits ? 'skip' : String(pace.speed);
  return (
    <section className="transport" aria-label={t('app.play.controls')}>
      <span className="row tight">
        <Move name="start" icon={SkipBack} to={1} player={player} />
        <Move name="back" icon={StepBack} to={n - 1} player={player} />
        <ActionIcon
          variant="filled"
          color="cobalt"
          size={36}
          aria-label={t(isPlaying ? 'app.play.pause' : 'app.play.play')}
          onClick={player.toggle}
        >
          <Icon size={16} fill="currentColor" aria-hidden />
        </ActionIcon>
        <Move name="on" icon={StepForward} to={n + 1} player={player} />
        <Move name="end" icon={SkipForward} to={length} player={player} />
      </span>
      <span className="num pos">
        <Rich text={t('app.play.at', { n, of: length, at: clock(at) })} />
        <span className="pos-words meta cut" title={words}>
          {words}
        </span>
      </span>
      <Scrubber timeline={timeline} n={n} words={words} onSeek={player.seek} />
      <SegmentedControl
        aria-label={t('app.play.pace')}
        value={value}
        onChange={(next) =>
          player.setPace({ speed: next === '4' ? 4 : 1, skipWaits: next === 'skip' })
        }
        data={[
          { value: '1', label: t('app.play.pace.1') },
          { value: '4', label: t('app.play.pace.4') },
          { value: 'skip', label: t('app.play.pace.skip') },
        ]}
      />
    </section>
  );
}
