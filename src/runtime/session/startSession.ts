/** Wires a session to the real engine, the real pictures and the real database. */
import readings from 'virtual:built-in-readings';
import { ENGINE_VERSION } from '../../engine/index.ts';
import { hostCode, openWithCode } from '../codeHost.ts';
import type { LabSource } from '../labSource.ts';
import type { Request, Response } from '../messages.ts';
import { wantedLab } from '../page/wantedLab.ts';
import { readAnyLab } from '../readAnyLab.ts';
import { BrowserPages } from '../storage/browserPages.ts';
import { type LossListener, labsOpener } from '../storage/openLabs.ts';
import { claimLab, openOwnerChannel } from '../tabs/ownership.ts';
import { copyWords, pagesWords } from '../words.ts';
import { createBreathe } from './breathe.ts';
import { BroughtHistories } from './broughtHistories.ts';
import { languagesOfWish } from './codeOfWish.ts';
import { LabReader } from './labReader.ts';
import type { AskedPictures } from './pictures.ts';
import { realPictures } from './realPictures.ts';
import { Session } from './session.ts';
import type { RequestTo } from './sessionSurroundings.ts';
import { Voice } from './voice.ts';

/**
 * Labs are read here too, so that the page need not know their languages.
 * @param post receives every response, in order.
 * @param bytesInMemory of full pages, before the oldest go to a file.
 */
export function startSession(
  post: (response: Response) => void,
  bytesInMemory?: number,
): { receive(r: Request): void } {
  const voice = new Voice(post);
  const refused = (why: 'denied' | 'quota') =>
    voice.notice('warning', `pages-${why}`, pagesWords[why]);
  const pages = new BrowserPages(refused, bytesInMemory);
  void pages.keep();
  const breathe = createBreathe();
  const loadSoon = onceSoon(() => {
    loadAskedPictures().catch(() => {}); // whoever asks is told
  });
  const session = new Session({
    openSimulation: openWithCode,
    prepare: async (simulation, wish, follow) => {
      await hostCode(simulation, languagesOfWish(simulation, wish), follow);
    },
    engineVersion: ENGINE_VERSION,
    pictures: realPictures,
    askedPictures: loadAskedPictures,
    renewPages: () => pages.renew(),
    openStorage: labsOpener(breathe, lossListener(voice)),
    claim: (labId) => claimLab(labId),
    openChannel: openOwnerChannel,
    post: (response) => {
      post(response);
      if (response.do === 'frame') loadSoon();
    },
    clock: () => performance.now(),
    breathe,
  });
  const brought = new BroughtHistories();
  const reader = new LabReader(source, voice, breathe);
  const openNamed = async ({ id, labId, fresh }: RequestTo<'open'>): Promise<void> => {
    const named = await reader.read({ id: labId });
    if (named.ok) session.receive({ id, do: 'open', ...wantedLab(named, { fresh }) });
    else voice.refuse(id, named.error);
  };
  return {
    receive(request) {
      if (request.do === 'stop') reader.cancel();
      if (request.do === 'read')
        void voice.attempt(request.id, async () => brought.keep(await reader.read(request.wish)));
      else if (request.do !== 'open') session.receive(request);
      else if (request.isNamed) void openNamed(request);
      else brought.give(request, session, voice);
    },
  };
}

/** Says what has become of labs of which the browser has lost its database. */
function lossListener(voice: Voice): LossListener {
  const { tell, ended } = voice.work('open', () => false);
  return {
    tell,
    ended,
    broughtBack({ labs, unreadable }) {
      if (labs > 0) voice.notice('warning', 'broughtBack', copyWords.broughtBack(labs));
      if (unreadable > 0) voice.notice('error', 'copyLost', copyWords.unreadable(unreadable));
    },
    healed: () => voice.notice('warning', 'healed', copyWords.healed),
  };
}

/** Labs that come with the program have been read when it was built. */
const source: LabSource = async (wish, follow) => {
  if ('id' in wish && Object.hasOwn(readings, wish.id)) return readings[wish.id]!;
  return readAnyLab(wish, follow);
};

async function loadAskedPictures(): Promise<AskedPictures> {
  return (await import('./askedPictures.ts')).askedPictures;
}

/** Time for the first pictures, which nothing else is to delay. */
const SOON_MS = 1_500;

/** Does something once, a moment after the first call. */
function onceSoon(what: () => void): () => void {
  let begin = (): void => {
    begin = () => {};
    setTimeout(what, SOON_MS);
  };
  return () => begin();
}
