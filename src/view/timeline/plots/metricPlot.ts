/** One plotted quantity on the timeline's axis: uPlot draws it, in pixels of the axis from left to right. */
import UPlot from 'uplot';
import type { Axis } from '../../../projections/timeline/axis.ts';
import type { MetricPicture } from '../../../projections/timeline/timelineAnswer.ts';
import type { ThemeColours } from '../../theme/themeColours.ts';
import { isCount, plotWords } from '../../words/plots.ts';

export const PLOT_HEIGHT = 60;

const DASHES: readonly number[][] = [[], [5, 3], [1.5, 2.5], [8, 3, 1.5, 3]];

/** Series are told apart by colour and by dash. */
export function seriesLook(
  colours: ThemeColours,
  place: number,
): { stroke: string; dash: number[] } {
  const strokes = [colours.accent, colours.ink, colours.behind, colours.muted];
  return { stroke: strokes[place % strokes.length]!, dash: DASHES[place % DASHES.length]! };
}

export class MetricPlot {
  readonly metric: MetricPicture['id'];
  private readonly parent: HTMLElement;
  private plot: UPlot | null = null;
  private look = '';
  private width = 0;

  constructor(metric: MetricPicture['id'], parent: HTMLElement) {
    this.metric = metric;
    this.parent = parent;
  }

  /**
   * Draws the samples where the axis puts them.
   * @param begins of the samples' columns, microseconds.
   * @param places of the series' names among all names, for their look.
   */
  draw(
    axis: Axis,
    begins: Float64Array,
    picture: MetricPicture,
    places: readonly number[],
    colours: ThemeColours,
  ): void {
    this.width = axis.width;
    const look = `${places.join()} ${colours.accent} ${colours.ground}`;
    const size = { width: axis.width, height: PLOT_HEIGHT };
    if (this.plot === null || look !== this.look) {
      this.end();
      this.look = look;
      this.plot = new UPlot(this.options(size, places, colours), [[]], this.parent);
    } else if (this.plot.width !== size.width) this.plot.setSize(size);
    this.plot.setData(samples(axis, begins, picture));
  }

  end(): void {
    this.plot?.destroy();
    this.plot = null;
  }

  private options(
    size: { width: number; height: number },
    places: readonly number[],
    colours: ThemeColours,
  ): UPlot.Options {
    const { metric } = this;
    const counts = isCount(metric);
    const isLevel = metric === 'waiting' || metric === 'cost';
    return {
      ...size,
      padding: [7, 0, 4, 0],
      legend: { show: false },
      cursor: { show: false },
      scales: {
        x: { time: false, range: () => [0, this.width] },
        y: { range: (_, __, most) => [0, most > 0 ? most * 1.08 : 1] },
      },
      axes: [
        { show: false },
        {
          size: 0,
          space: 22,
          incrs: metric === 'cost' ? undefined! : WHOLE_STEPS,
          grid: { stroke: colours.line, width: 1 },
          ticks: { show: false },
          values: (_, splits) => splits.map(() => ''),
        },
      ],
      hooks: { draw: [(plot) => paintNumbers(plot, metric, colours)] },
      series: [
        {},
        ...places.map((place) => ({
          ...seriesLook(colours, place),
          width: 1.5,
          spanGaps: !isLevel,
          points: { show: !isLevel && !counts, size: 3.5, fill: colours.card },
          ...(counts || isLevel ? { paths: UPlot.paths.stepped!({ align: 1 }) } : {}),
        })),
      ],
    };
  }
}

/** Values are whole numbers or milliseconds: their axis goes by 1, 2 and 5. */
const WHOLE_STEPS = Array.from({ length: 11 }, (_, power) =>
  [1, 2, 5].map((step) => step * 10 ** power),
).flat();

/** The numbers of the grid's lines, inside the plot, so that its left edge is the axis's. */
function paintNumbers(plot: UPlot, metric: MetricPicture['id'], colours: ThemeColours): void {
  const { ctx } = plot;
  const ratio = UPlot.pxRatio;
  const most = plot.scales.y!.max ?? 1;
  ctx.save();
  ctx.font = `${10 * ratio}px ${colours.mono}`;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'bottom';
  ctx.lineWidth = 3 * ratio;
  ctx.lineJoin = 'round';
  ctx.strokeStyle = colours.card;
  ctx.fillStyle = colours.muted;
  for (const value of gridLines(plot)) {
    if (value === 0 || value > most) continue;
    const y = plot.valToPos(value, 'y', true) - ratio;
    const text = plotWords.tick(metric, value);
    if (y < 11 * ratio) continue;
    ctx.strokeText(text, 4 * ratio, y);
    ctx.fillText(text, 4 * ratio, y);
  }
  ctx.restore();
}

const gridLines = (plot: UPlot): readonly number[] =>
  (plot.axes[1] as UPlot.Axis & { _splits?: number[] })._splits ?? [];

function samples(axis: Axis, begins: Float64Array, { series }: MetricPicture): UPlot.AlignedData {
  const xs: number[] = [];
  const kept: number[] = [];
  for (let i = 0; i < begins.length; i++) {
    const x = axis.xOf(begins[i]!);
    if (x < -20 || x > axis.width + 20) continue;
    xs.push(x);
    kept.push(i);
  }
  const valuesOf = (values: Float64Array): (number | null)[] =>
    kept.map((i) => (Number.isNaN(values[i]!) ? null : values[i]!));
  return [xs, ...series.map(({ values }) => valuesOf(values))];
}
