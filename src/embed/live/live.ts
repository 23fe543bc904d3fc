/**
 * The second script of an embed, fetched when its picture is to come to life. It is a classic script,
 * because frames of an opaque origin may not load modules from hosts that do not name them.
 */
import definitions from 'virtual:built-in-definitions';
import { hostJavaScript, loadLesson, loadReader } from '../scripts.ts';
import { type EmbedSurroundings, LiveEmbed } from './liveEmbed.ts';

declare global {
  var shardscopeLive: ((around: EmbedSurroundings) => LiveEmbed) | undefined;
}

globalThis.shardscopeLive = (around) =>
  new LiveEmbed(around, { definitions, read: loadReader, lesson: loadLesson, hostJavaScript });
