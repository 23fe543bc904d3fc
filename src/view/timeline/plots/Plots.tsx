import { type RefObject, useEffect, useRef, useState } from 'react';
import 'uplot/dist/uPlot.min.css';
import type { Axis } from '../../../projections/timeline/axis.ts';
import type {
  MetricPicture,
  TimelineAnswer,
} from '../../../projections/timeline/timelineAnswer.ts';
import { live } from '../../../runtime/page/useLab.ts';
import { onFrame } from '../../frameLoop.ts';
import { onThemeChange, readThemeColours, type ThemeColours } from '../../theme/themeColours.ts';
import { isCount, plotWords as words } from '../../words/plots.ts';
import { feed } from '../timelineFeed.ts';
import type { TimelineLoop } from '../timelineLoop.ts';
import { MetricPlot, seriesLook } from './metricPlot.ts';
import './plots.css';
import { namesOf, type Reading, readingsAt, sampleAt } from './readings.ts';

/** Readings are taken this often while time goes on; a person cannot read faster. */
const READ_EVERY_MS = 150;
const MOST_READINGS = 2;

type Metrics = NonNullable<TimelineAnswer['metrics']>;

/** Metrics of the run on the timeline's own axis, each with its value under the pointer or at the present. */
export default function Plots({ loop }: { loop: RefObject<TimelineLoop | null> }) {
  const region = useRef<HTMLElement>(null);
  const present = useRef<HTMLDivElement>(null);
  const pointed = useRef<HTMLDivElement>(null);
  const metrics = useMetrics();
  const at = useReadAt(loop);
  const colours = useColours();
  const ids = metrics?.pictures.map(({ id }) => id).join() ?? '';
  useEffect(() => {
    const paintLines = (own: TimelineLoop): void => {
      place(present.current!, own.axis, live.playhead());
      place(pointed.current!, own.axis, own.pointed);
    };
    return keepDrawn(region.current!, ids, loop, paintLines);
  }, [ids, loop]);
  const names = namesOf(metrics?.pictures ?? []);
  const point = (clientX: number | null): void => {
    const own = loop.current;
    if (own === null) return;
    const left = region.current!.getBoundingClientRect().left + namesWidth(region.current!);
    own.point(clientX === null ? null : own.axis.atOf(clientX - left));
  };
  return (
    <section
      ref={region}
      className="plots"
      aria-label={words.region}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keys
      tabIndex={0}
      onPointerMove={(event) => point(event.clientX)}
      onPointerLeave={() => point(null)}
    >
      {metrics?.pictures.map((picture) => (
        <PlotFigure key={picture.id} {...{ picture, metrics, at, names, colours }} />
      ))}
      <div ref={present} className="plots-line is-present" />
      <div ref={pointed} className="plots-line" />
    </section>
  );
}

function PlotFigure(props: {
  picture: MetricPicture;
  metrics: Metrics;
  at: number;
  names: readonly string[];
  colours: ThemeColours;
}) {
  const { picture, metrics, at, names, colours } = props;
  const { id } = picture;
  const readings = readingsAt(picture, sampleAt(metrics.at, at));
  const stretchMs = (metrics.at[1]! - metrics.at[0]!) / 1_000;
  const spoken = readings.map(({ name, value }) => `${name} ${words.value(id, value)}`.trim());
  return (
    <figure
      className={picture.series.length === 0 ? 'plot is-empty' : 'plot'}
      aria-label={words.reading(id, spoken)}
    >
      <figcaption title={words.title(id)}>
        <span className="plot-name">
          {words.name(id)}
          {picture.series.length === 0 && <span className="muted"> {words.none}</span>}
        </span>
        {readings.slice(0, MOST_READINGS).map((reading) => (
          <ReadingLine key={reading.name} {...{ id, reading, names, colours }} />
        ))}
        {readings.length > MOST_READINGS && (
          <span className="muted">{words.more(readings.length - MOST_READINGS)}</span>
        )}
        {isCount(id) && picture.series.length > 0 && (
          <span className="muted">{words.each(stretchMs)}</span>
        )}
      </figcaption>
      <div className="plot-canvas" data-metric={id} aria-hidden="true" />
    </figure>
  );
}

function ReadingLine(props: {
  id: MetricPicture['id'];
  reading: Reading;
  names: readonly string[];
  colours: ThemeColours;
}) {
  const { id, reading, names, colours } = props;
  const look = seriesLook(colours, Math.max(0, names.indexOf(reading.name)));
  return (
    <span className="plot-reading">
      {reading.name !== '' && (
        <svg width="16" height="8" aria-hidden="true">
          <line
            x1="0"
            x2="16"
            y1="4"
            y2="4"
            strokeWidth="2"
            stroke={look.stroke}
            strokeDasharray={look.dash.join(' ')}
          />
        </svg>
      )}
      <span className="plot-series">{reading.name}</span>
      <span className="mono">{words.value(id, reading.value)}</span>
    </span>
  );
}

const namesWidth = (region: HTMLElement): number =>
  Number.parseFloat(getComputedStyle(region).getPropertyValue('--names')) || 0;

/** Puts a line where an instant lies, microseconds, if there is one and it is shown. */
function place(line: HTMLElement, axis: Axis, at: number | null): void {
  const x = at === null ? -1 : axis.xOf(at);
  line.hidden = x < 0 || x > axis.width;
  line.style.transform = `translateX(${Math.round(x)}px)`;
}

/** Draws the plots whenever the axis or what is known changes, and the lines at every frame. */
function keepDrawn(
  region: HTMLElement,
  ids: string,
  loop: RefObject<TimelineLoop | null>,
  paintLines: (loop: TimelineLoop) => void,
): () => void {
  const plots = [...region.querySelectorAll<HTMLElement>('.plot-canvas')].map(
    (element) => new MetricPlot(element.dataset.metric as MetricPicture['id'], element),
  );
  let colours = readThemeColours(region);
  let drawn = '';
  const draw = (): undefined => {
    const own = loop.current;
    const metrics = feed.answer?.metrics;
    if (own === null || !metrics || ids === '' || own.axis.width <= 1) return;
    const { axis } = own;
    paintLines(own);
    const key = `${axis.from} ${axis.to} ${axis.width} ${axis.folds.length} ${metrics.at[0]} ${metrics.at.length} ${feed.answer!.now} ${feed.answer!.knownUntil} ${colours.ground}`;
    if (key === drawn) return;
    drawn = key;
    const names = namesOf(metrics.pictures);
    for (const plot of plots) {
      const picture = metrics.pictures.find(({ id }) => id === plot.metric);
      if (picture === undefined || picture.series.length === 0) continue;
      const places = picture.series.map(({ name }) => Math.max(0, names.indexOf(name)));
      plot.draw(axis, metrics.at, picture, places, colours);
    }
  };
  const ends = [
    onFrame('paint', draw),
    onThemeChange(() => {
      colours = readThemeColours(region);
    }),
    feed.onAnswer(draw),
  ];
  return () => {
    for (const end of ends) end();
    for (const plot of plots) plot.end();
  };
}

function useMetrics(): Metrics | null {
  const [metrics, setMetrics] = useState(feed.answer?.metrics ?? null);
  useEffect(() => feed.onAnswer(() => setMetrics(feed.answer?.metrics ?? null)), []);
  return metrics;
}

/** The instant whose values are read: under the pointer, or the present. */
function useReadAt(loop: RefObject<TimelineLoop | null>): number {
  const [at, setAt] = useState(live.playhead());
  useEffect(() => {
    let readMs = Number.NEGATIVE_INFINITY;
    return onFrame('paint', (nowMs) => {
      if (nowMs - readMs < READ_EVERY_MS) return true;
      const next = loop.current?.pointed ?? live.playhead();
      setAt((before) => {
        if (before !== next) readMs = nowMs;
        return next;
      });
    });
  }, [loop]);
  return at;
}

function useColours(): ThemeColours {
  const [colours, setColours] = useState(() => readThemeColours(document.documentElement));
  useEffect(() => onThemeChange(() => setColours(readThemeColours(document.documentElement))), []);
  return colours;
}
