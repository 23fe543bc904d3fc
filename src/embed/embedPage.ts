/**
 * The first script of an embed: shows a still picture at once, and brings it to life when it is
 * scrolled near, clicked, or spoken to. Small, and without the simulation.
 */
import { type PosterTheme, posterColours } from '../projections/poster/posterColours.ts';
import { STILL_AT_MS, stillFile, stillShape } from '../projections/poster/stills.ts';
import { embedWords as words } from './embedWords.ts';
import type { LiveEmbed } from './live/liveEmbed.ts';
import { Messenger } from './messenger.ts';
import type { EmbedRequest } from './protocol.ts';
import { loadScript } from './scripts.ts';
import { htmlElement } from './svg.ts';
import { readWishes } from './wishes.ts';

const wishes = readWishes(location.search, location.hash);
const root = document.querySelector<HTMLElement>('#embed')!;
const notes = htmlElement('div', { class: 'notes', role: 'status' });
const dark = matchMedia('(prefers-color-scheme: dark)');
const print = matchMedia('print');
const messenger = new Messenger(wishes.parent, handle);
const picture = htmlElement('img', { class: 'still', alt: words.still(wishes.lab) });
const start = htmlElement('button', { type: 'button', class: 'start' }, words.start);
const hasPicture = isAsBuilt();
let drawing: Promise<LiveEmbed> | null = null;
let drawn: LiveEmbed | null = null;
let waking: Promise<LiveEmbed> | null = null;
let live: LiveEmbed | null = null;

root.after(notes);
for (const complaint of wishes.complaints) note(complaint);
restyle();
dark.addEventListener('change', restyle);
print.addEventListener('change', restyle);
addEventListener('hashchange', () => {
  wishes.theme = readWishes(location.search, location.hash).theme;
  restyle();
});
showPicture();
if (wishes.start === 'near') whenNear(() => void wake().catch(() => {}));

function themeNow(): PosterTheme {
  if (print.matches) return 'light';
  if (wishes.theme !== 'auto') return wishes.theme;
  return dark.matches ? 'dark' : 'light';
}

function restyle(): void {
  const theme = themeNow();
  const { documentElement } = document;
  documentElement.dataset.theme = theme;
  for (const [name, colour] of Object.entries(posterColours[theme])) {
    if (typeof colour === 'string') documentElement.style.setProperty(`--${name}`, colour);
  }
  drawn?.restyle(theme);
  if (drawn === null && hasPicture) picture.src = stillOf(theme);
}

function stillOf(theme: PosterTheme): string {
  return stillFile(wishes.lab, theme, stillShape(root.clientWidth));
}

/**
 * The build has drawn each lab whole, at one instant and with its own seed; anything else is drawn here, by
 * the simulation itself: a picture is never of something else than what was asked for.
 */
function isAsBuilt(): boolean {
  const { link, lesson, seed, focus, compare, atMs = STILL_AT_MS } = wishes;
  return (
    [link, lesson, seed, focus].every((wish) => wish === undefined) &&
    !compare &&
    atMs === STILL_AT_MS
  );
}

function showPicture(): void {
  picture.addEventListener('error', () => picture.remove());
  start.addEventListener('click', () => void wake().catch(() => {}));
  if (wishes.controls !== 'none' || wishes.start === 'click') root.append(start);
  if (hasPicture) root.append(picture);
  else if (wishes.start === 'click') whenNear(() => void draw().catch(() => {}));
}

function whenNear(act: () => void): void {
  const observer = new IntersectionObserver(
    ([entry]) => {
      if (!entry!.isIntersecting) return;
      observer.disconnect();
      act();
    },
    { rootMargin: '200px' },
  );
  observer.observe(root);
}

/** What was asked for, standing still. @throws Error with a sentence, which has been shown. */
function draw(): Promise<LiveEmbed> {
  drawing ??= (async () => {
    try {
      if (globalThis.shardscopeLive === undefined) await loadScript('embed-live.js');
      const around = { root, wishes, theme: themeNow(), note, say: messenger.say.bind(messenger) };
      const made = globalThis.shardscopeLive!(around);
      await made.draw();
      if (wishes.start === 'click') root.append(start);
      drawn = made;
      return made;
    } catch (error) {
      const { message } = error as Error;
      start.remove();
      note(message);
      messenger.say({ is: 'error', error: message });
      throw error;
    }
  })();
  return drawing;
}

/** @throws Error with a sentence, which has been shown. */
function wake(): Promise<LiveEmbed> {
  waking ??= (async () => {
    start.disabled = true;
    start.textContent = words.loading;
    const made = await draw();
    start.remove();
    made.begin();
    live = made;
    messenger.say(live.ready);
    return live;
  })();
  return waking;
}

async function handle(request: EmbedRequest): Promise<void> {
  if (request.do === 'hello' && live === null) {
    const { lab } = wishes;
    messenger.say({ is: 'ready', lab, title: '', engineVersion: '', live: false });
    return;
  }
  return (await wake()).handle(request);
}

function note(text: string): void {
  notes.append(htmlElement('p', {}, text));
  while (notes.childElementCount > 4) notes.firstElementChild!.remove();
}
