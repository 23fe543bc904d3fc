/** A moment in the lanes as a part of a link: `lanes=stream,scan@30s&moment=31.5s&change=7&note=Here`. */
import { durationText, parseDuration } from '../../../lab/duration.ts';
import { MOST_LANES, parseLane } from '../../../lab/lanes/lane.ts';
import { CALM, type LaneWeather } from '../../../lab/lanes/laneDefinition.ts';

export interface LaneLink {
  lanes: string[];
  shared: boolean;
  weather: LaneWeather;
  /** µs. */
  at: number;
  change: number | null;
  /** What somebody wanted to be seen there; '' where nothing was said. */
  note: string;
  /** What stands in the link in the place of a lane, and is none. */
  unknown?: string[];
}

const MOST_NOTE = 200;
const MOST_REST = 1_000;

/** What a fragment asks of the lanes, or null. What it has that is no lane is left out. */
export function readLaneLink(hash: string): LaneLink | null {
  const parameters = new URLSearchParams(hash.replace(/^#/u, ''));
  const words = (parameters.get('lanes') ?? '').split(',').slice(0, MOST_LANES);
  const lanes = [...new Set(words.flatMap((word) => parseLane(word)?.word ?? []))];
  const unknown = words.filter((word) => word !== '' && !parseLane(word));
  if (lanes.length === 0 && unknown.length === 0) return null;
  const number = (name: string) => {
    const value = Number(parameters.get(name) ?? Number.NaN);
    return Number.isFinite(value) && value >= 0 ? value : undefined;
  };
  const moment = parseDuration(parameters.get('moment') ?? '') ?? 95_000;
  return {
    lanes,
    shared: parameters.get('world') === 'shared',
    weather: {
      clockSkewMs: Math.min(3_600_000, number('skew') ?? CALM.clockSkewMs),
      slowShare: Math.min(1, number('slow') ?? CALM.slowShare),
      slowByMs: Math.min(3_600_000, number('slowby') ?? CALM.slowByMs),
      restMegabytes: Math.min(MOST_REST, number('rest') ?? CALM.restMegabytes),
    },
    at: Math.min(moment, 30 * 86_400_000) * 1_000,
    change: number('change') === undefined ? null : Math.floor(number('change')!),
    note: (parameters.get('note') ?? '').slice(0, MOST_NOTE),
    unknown: unknown.map((word) => word.slice(0, 40)),
  };
}

/** What {@link readLaneLink} reads, to stand in a fragment after what says which lab. */
export function laneLink({ lanes, at, shared, weather, change, note }: LaneLink): string {
  const { clockSkewMs, slowShare, slowByMs, restMegabytes } = weather;
  const parts = [
    `lanes=${lanes.map(encodeURIComponent).join(',')}`,
    `moment=${durationText(Math.round(at / 1_000))}`,
    ...(shared ? ['world=shared'] : []),
    ...(clockSkewMs > 0 ? [`skew=${clockSkewMs}`] : []),
    ...(slowShare > 0 ? [`slow=${slowShare}`, `slowby=${slowByMs}`] : []),
    ...(restMegabytes > 0 ? [`rest=${restMegabytes}`] : []),
    ...(change === null ? [] : [`change=${change}`]),
    ...(note === '' ? [] : [`note=${encodeURIComponent(note.slice(0, MOST_NOTE))}`]),
  ];
  return parts.join('&');
}
