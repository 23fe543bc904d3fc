import { type MouseEvent, useEffect, useId, useRef, useState } from 'react';
import { LANE_INTERVALS, type Lane, parseLane } from '../../../lab/lanes/lane.ts';
import type { LaneLedger } from '../../../projections/lanes/laneLedger.ts';
import type { LanePicture } from '../../../projections/lanes/lanePicture.ts';
import { totalUsd } from '../../../projections/money/costLine.ts';
import { countText, spanText } from '../../../projections/spanText.ts';
import { onFrame, requestFrame } from '../../frameLoop.ts';
import { MarkGlyph } from '../../parts/MarkGlyph.tsx';
import { onThemeChange, readThemeColours, type ThemeColours } from '../../theme/themeColours.ts';
import { laneWords as words } from '../../words/lanes.ts';
import { usdText } from '../figures.ts';
import { Interval, LaneOptions } from './LaneOptions.tsx';
import { changeAt, type LaneView, paintLane } from './laneCanvas.ts';
import { laneName, laneSentence } from './laneNames.ts';
import { chooseChange, removeLane, swapLane, useLanes } from './laneStore.ts';
import { neverSeen } from './neverSeen.ts';
import { OfferedLanes } from './OfferedLanes.tsx';

const MONTH_US = 30 * 86_400e6;

/** One way of learning of changes: its name, the writes on their way to its copy, and its figures. */
export function LaneRow({ word, picture }: { word: string; picture: LanePicture | undefined }) {
  const [isOpen, setOpen] = useState(false);
  const options = useId();
  const name = laneName(word);
  const lane = parseLane(word);
  const hasOptions = lane?.way === 'scan';
  return (
    <section className="way" aria-label={name}>
      <div className="way-head">
        <h3 className="way-title">{name}</h3>
        <p className="way-sentence muted">{laneSentence(word)}</p>
        <div className="way-settings">
          {lane && LANE_INTERVALS[lane.way] && (
            <span className="way-every" title={words.optionFields.every[1]}>
              <span className="muted">{words.every}</span>
              <Interval lane={lane} label={words.everyOf(name)} />
            </span>
          )}
          {hasOptions && (
            <button
              type="button"
              className="link"
              aria-label={words.optionsOf(name)}
              aria-expanded={isOpen}
              aria-controls={options}
              onClick={() => setOpen(!isOpen)}
            >
              {words.options}
            </button>
          )}
          {lane && <Swap lane={lane} name={name} />}
        </div>
        <button
          type="button"
          className="way-remove"
          aria-label={words.remove(name)}
          title={words.remove(name)}
          onClick={() => removeLane(word)}
        >
          ×
        </button>
      </div>
      <LaneCanvas name={name} picture={picture} />
      {picture && <LaneFigures ledger={picture.ledger} />}
      {picture && <StaleItems picture={picture} />}
      <div id={options} className="way-options-place">
        {hasOptions && isOpen && <LaneOptions lane={lane} />}
      </div>
    </section>
  );
}

/** Another way in this one's place. */
function Swap({ lane, name }: { lane: Lane; name: string }) {
  return (
    <OfferedLanes
      className="field way-swap"
      label={words.swapOf(name)}
      placeholder={words.swap}
      onChoose={(other) => swapLane(lane.word, other)}
    />
  );
}

function LaneCanvas({ name, picture }: { name: string; picture: LanePicture | undefined }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const latest = useRef(picture);
  latest.current = picture;
  useEffect(() => {
    const element = canvas.current!;
    let colours = readThemeColours(element);
    const endTheme = onThemeChange(() => {
      colours = readThemeColours(element);
      requestFrame();
    });
    const endPaint = onFrame('paint', () => {
      if (latest.current) paint(element, colours, latest.current);
      return undefined;
    });
    const resized = new ResizeObserver(requestFrame);
    resized.observe(element);
    return () => {
      endTheme();
      endPaint();
      resized.disconnect();
    };
  }, []);
  const onClick = (event: MouseEvent<HTMLCanvasElement>) => {
    if (!picture) return;
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const view = viewOf(event.currentTarget);
    void chooseChange(changeAt(picture, view, event.clientX - left, event.clientY - top));
  };
  return (
    <div className="way-track">
      <span className="way-rule way-rule-top">{words.written}</span>
      <span className="way-rule way-rule-bottom">{words.inCopy}</span>
      <canvas ref={canvas} role="img" aria-label={words.canvas(name)} onClick={onClick} />
    </div>
  );
}

function viewOf(element: HTMLCanvasElement): LaneView {
  const { windowUs, chosen, frame, at, playing } = useLanes.getState();
  const { clientWidth: width, clientHeight: height } = element;
  return { width, height, at: playing ? at : (frame?.now ?? at), windowUs, chosen };
}

function paint(element: HTMLCanvasElement, colours: ThemeColours, picture: LanePicture): void {
  const view = viewOf(element);
  const ratio = window.devicePixelRatio;
  const [width, height] = [Math.round(view.width * ratio), Math.round(view.height * ratio)];
  if (element.width !== width) element.width = width;
  if (element.height !== height) element.height = height;
  const context = element.getContext('2d');
  if (!context) return;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  paintLane(context, colours, picture, view);
}

function LaneFigures({ ledger }: { ledger: LaneLedger }) {
  const at = useLanes((lanes) => lanes.frame?.now ?? 0);
  const missed = neverSeen(ledger);
  const span = (ms: number | null) => (ms === null ? '–' : spanText(ms));
  const month = at === 0 ? 0 : (totalUsd(ledger.cost) / at) * MONTH_US;
  const { figures } = words;
  return (
    <dl className="way-figures">
      <Figure
        name={figures.seen}
        text={figures.seenOf(countText(ledger.seen), countText(ledger.changes))}
      />
      <Figure name={figures.missed} text={countText(missed)} bad={missed > 0} />
      <Figure
        name={figures.delay}
        text={figures.spans(span(ledger.latencyP50Ms), span(ledger.latencyP99Ms))}
      />
      <Figure name={figures.stale} text={countText(ledger.stale)} bad={ledger.stale > 20} />
      <Figure
        name={figures.wrong}
        text={`${countText(ledger.repeated)}, ${countText(ledger.outOfOrder)}`}
        bad={ledger.outOfOrder > 0}
      />
      <Figure name={figures.month} text={usdText(month)} />
    </dl>
  );
}

function Figure({ name, text, bad = false }: { name: string; text: string; bad?: boolean }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={bad ? 'tone-bad' : undefined}>{text}</dd>
    </div>
  );
}

/** The items whose copy is wrong now, by colour, with what is wrong. */
function StaleItems({ picture }: { picture: LanePicture }) {
  return (
    <ul className="way-stale" aria-label={words.figures.stale}>
      {picture.stale.slice(-12).map(({ item, label, held }) => (
        <li key={item} title={`${label}: ${words.staleStates[held]}`} className={`stale-${held}`}>
          <MarkGlyph
            mark={{ item, kind: held === 'ghost' ? 3 : held === 'lacking' ? 1 : 2 }}
            size={14}
          />
          <span className="stale-label">{label}</span>
        </li>
      ))}
    </ul>
  );
}
