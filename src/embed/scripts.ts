/** The embed's further scripts, each fetched once and when it is needed. */
import type { Simulation } from '../engine/index.ts';
import type { EmbeddedLesson } from '../lessons/embeddedLesson.ts';
import { lessonFile } from '../lessons/lessonFile.ts';
import { embedWords as words } from './embedWords.ts';
import type { ReadLab } from './live/reader.ts';
import { htmlElement } from './svg.ts';

/** Resolves when a classic script beside this page has run. @throws Error with a sentence. */
export function loadScript(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = htmlElement('script', { src: name });
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error(words.notLoaded)));
    document.head.append(script);
  });
}

/** Reads a link or a lab file. @throws Error with a sentence. */
export async function loadReader(wanted: { link: string } | { text: string }): Promise<ReadLab> {
  if (globalThis.shardscopeReader === undefined) await loadScript('embed-reader.js');
  return globalThis.shardscopeReader!(wanted);
}

declare global {
  /** Set by the script of a lesson. */
  var shardscopeLesson: EmbeddedLesson | undefined;
  /** Set by the script that brings the sandbox. */
  var shardscopeCode: ((simulation: Simulation) => Promise<void>) | undefined;
}

/** @throws Error with a sentence. */
export async function loadLesson(id: string): Promise<EmbeddedLesson> {
  await loadScript(lessonFile(id)).catch(() => {
    throw new Error(words.unknownLesson(id));
  });
  return globalThis.shardscopeLesson!;
}

/** Lets a simulation run functions' own JavaScript. @throws Error with a sentence. */
export async function hostJavaScript(simulation: Simulation): Promise<void> {
  if (globalThis.shardscopeCode === undefined) await loadScript('embed-code.js');
  await globalThis.shardscopeCode!(simulation);
}
