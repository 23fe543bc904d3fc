/** A moment in the lanes as a link: `#lab=orders&seed=15&lanes=stream,scan@30s&moment=31.5s&change=7`. */
import { durationText, parseDuration } from '../../../lab/duration.ts';
import { parseLane } from '../../../lab/lanes/lane.ts';
import { CALM, type LaneWeather } from '../../../lab/lanes/laneDefinition.ts';

export interface LaneLink {
  lanes: string[];
  shared: boolean;
  weather: LaneWeather;
  /** µs. */
  at: number;
  change: number | null;
}

const MOST_LANES = 12;

/** What a fragment asks of the lanes, or null. What it has that is no lane is left out. */
export function readLaneLink(hash: string): LaneLink | null {
  const parameters = new URLSearchParams(hash.replace(/^#/u, ''));
  const words = (parameters.get('lanes') ?? '').split(',').slice(0, MOST_LANES);
  const lanes = [...new Set(words.flatMap((word) => parseLane(word)?.word ?? []))];
  if (lanes.length === 0) return null;
  const number = (name: string) => {
    const value = Number(parameters.get(name) ?? Number.NaN);
    return Number.isFinite(value) && value >= 0 ? value : undefined;
  };
  const moment = parseDuration(parameters.get('moment') ?? '') ?? 95_000;
  return {
    lanes,
    shared: parameters.get('world') === 'shared',
    weather: {
      ...CALM,
      clockSkewMs: Math.min(3_600_000, number('skew') ?? 0),
      slowShare: Math.min(1, number('slow') ?? 0),
    },
    at: Math.min(moment, 30 * 86_400_000) * 1_000,
    change: number('change') === undefined ? null : Math.floor(number('change')!),
  };
}

/** The fragment that {@link readLaneLink} reads. */
export function laneLink(lab: { id: string; seed: number }, link: LaneLink): string {
  const { clockSkewMs, slowShare } = link.weather;
  const parts = [
    `lab=${encodeURIComponent(lab.id)}`,
    `seed=${lab.seed}`,
    `lanes=${link.lanes.map(encodeURIComponent).join(',')}`,
    `moment=${durationText(Math.round(link.at / 1_000))}`,
    ...(link.shared ? ['world=shared'] : []),
    ...(clockSkewMs > 0 ? [`skew=${clockSkewMs}`] : []),
    ...(slowShare > 0 ? [`slow=${slowShare}`] : []),
    ...(link.change === null ? [] : [`change=${link.change}`]),
  ];
  return `#${parts.join('&')}`;
}
