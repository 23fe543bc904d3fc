/**
 * `tsx src/cli/embedFiles.ts DIST DEFINITIONS`: what the build makes for embeds beside their scripts.
 * Into DIST/stills a picture of each built-in lab, in both themes and three shapes; into DIST/lessons each
 * lesson as a script that holds it; into the file DEFINITIONS what the labs' files say, read.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { instant, milliseconds } from '../engine/kernel/time.ts';
import { builtInLabs } from '../lab/builtIn/index.ts';
import { labErrorLine } from '../lab/labError.ts';
import { readLab } from '../lab/readLab.ts';
import { course } from '../lessons/course.ts';
import { embeddedLesson } from '../lessons/embeddedLesson.ts';
import { lessonFile } from '../lessons/lessonFile.ts';
import { momentOf } from '../projections/poster/moment.ts';
import { POSTER_HEIGHT, poster } from '../projections/poster/poster.ts';
import {
  STILL_AT_MS,
  STILL_WIDTHS,
  type StillShape,
  stillFile,
} from '../projections/poster/stills.ts';
import { openWithCode } from '../runtime/codeHost.ts';

const [dist, definitionsFile] = process.argv.slice(2);
if (dist === undefined || definitionsFile === undefined) {
  throw new Error('usage: tsx src/cli/embedFiles.ts DIST DEFINITIONS');
}
mkdirSync(join(dist, 'stills'), { recursive: true });
const definitions: Record<string, unknown> = {};
for (const { id, text } of builtInLabs) {
  const reading = readLab(text);
  if (!reading.ok) throw new Error(reading.errors.map(labErrorLine).join('\n'));
  const { definition } = reading;
  definitions[id] = definition;
  const simulation = await openWithCode(definition);
  simulation.runUntil(instant(milliseconds(STILL_AT_MS)));
  const moment = momentOf(simulation);
  for (const theme of ['light', 'dark'] as const) {
    for (const [shape, width] of Object.entries(STILL_WIDTHS)) {
      const svg = poster(definition.title, [moment], {
        ...{ theme, width, height: POSTER_HEIGHT.usual },
        hasButtons: false,
      });
      writeFileSync(join(dist, stillFile(id, theme, shape as StillShape)), svg);
    }
  }
}
mkdirSync(join(dist, 'lessons'), { recursive: true });
for (const { id, title, load } of course) {
  const lesson = JSON.stringify(await embeddedLesson(await load(), title));
  writeFileSync(join(dist, lessonFile(id)), `globalThis.shardscopeLesson = ${lesson};\n`);
}
mkdirSync(dirname(definitionsFile), { recursive: true });
writeFileSync(definitionsFile, JSON.stringify(definitions));
