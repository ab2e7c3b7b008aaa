// The scrubber: a tick per event, amber where a person acted, stripes where it waited. A slider for
// the keyboard and for readers; every position is said in words.

import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { duration } from '../format.ts';
import { t } from '../words.ts';
import { nearest, type Timeline } from './timeline.ts';

type Props = {
  timeline: Timeline;
  n: number;
  /** What happened at this position, in words. */
  words: string;
  onSeek: (n: number) => void;
};

/** A gap narrower than this has no room for its words. */
const ROOM_FOR_WORDS = 0.09;
const PAGE = 10;

/** Where a key leads from position n. */
function keyTarget(key: string, n: number, length: number): number | undefined {
  const moves: Record<string, number> = {
    ArrowLeft: n - 1,
    ArrowDown: n - 1,
    ArrowRight: n + 1,
    ArrowUp: n + 1,
    PageDown: n - PAGE,
    PageUp: n + PAGE,
    Home: 1,
    End: length,
  };
  return moves[key];
}

const percent = (share: number): string => `${share * 100}%`;

export function Scrubber({ timeline, n, words, onSeek }: Props): ReactNode {
  const track = useRef<HTMLDivElement>(null);
  const length = timeline.before.length;
  const at = timeline.place[n] ?? 1;
  const seekTo = (event: PointerEvent): void => {
    const box = track.current?.getBoundingClientRect();
    if (!box) return;
    onSeek(
      nearest(timeline.place, Math.min(1, Math.max(0, (event.clientX - box.left) / box.width))),
    );
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = keyTarget(event.key, n, length);
    if (to === undefined) return;
    event.preventDefault();
    onSeek(to);
  };
  return (
    <div
      className="scrub num"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a step is one event
      role="slider"
      tabIndex={0}
      aria-label={t('app.play.position')}
      aria-valuemin={1}
      aria-valuemax={length}
      aria-valuenow={n}
      aria-valuetext={t('app.play.position_words', { n, of: length, words })}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        seekTo(event);
      }}
      onPointerMove={(event) => event.buttons === 1 && seekTo(event)}
    >
      <div ref={track} className="scrub-in">
        <span className="scrub-t">
          <i style={{ width: percent(at) }} />
        </span>
        {timeline.waits.map(({ from, to, ms }) => (
          <span
            key={from}
            className="scrub-gap"
            style={{ left: percent(from), width: percent(to - from) }}
          >
            {to - from > ROOM_FOR_WORDS && <em>{t('app.play.waited', { time: duration(ms) })}</em>}
          </span>
        ))}
        {timeline.marks.map((mark) => (
          <span
            key={mark.n}
            className={`mk ${mark.how}${mark.n <= n ? ' past' : ''}`}
            style={{ left: percent(mark.at) }}
          />
        ))}
        <span className="knob" style={{ left: percent(at) }} />
      </div>
    </div>
  );
}
