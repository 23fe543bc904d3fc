/** The present lab as a link: what it is, what was done in it, and the instant it stands at. */

import { ENGINE_VERSION } from '../../engine/index.ts';
import { builtInLab } from '../../lab/builtIn/index.ts';
import { durationText } from '../../lab/duration.ts';
import { encodeWritten, MOST_LETTERS } from '../../lab/link/labLink.ts';
import { MOST_BYTES } from '../../lab/link/linkCommands.ts';
import { checksum } from '../../lab/link/linkText.ts';
import { writeLab } from '../../lab/writing/writeLab.ts';
import { labActions, useLab } from '../../runtime/page/useLab.ts';

export interface ShareChoices {
  /** Opens at the playhead and stands still there; otherwise it begins at the start, and plays. */
  atThisInstant: boolean;
  withSpeed: boolean;
}

export interface SharedLink {
  /** The whole address, or null where the lab is too large for one. */
  address: string | null;
  /** Characters of the address. */
  length: number;
  /** The page on which an embed of the same is put together; relative to this one. */
  embedding: string;
  /** Commands that travel with it. */
  commands: number;
}

/** @param page the address of this page, whose fragment and query are replaced. */
export async function shareLink(page: string, choices: ShareChoices): Promise<SharedLink> {
  const { count, json } = await labActions.linkCommands();
  const { labId, definition, seed, now, speed, layout } = useLab.getState();
  if (definition === null || json === null)
    return { address: null, length: 0, commands: count, embedding: 'embedding.html' };
  const builtIn = builtInLab(labId.split('@')[0]!);
  const isOwn = builtIn === undefined;
  const link = {
    lab: isOwn
      ? { text: writeLab(definition, [], { ...(layout && { layout }) }) }
      : { id: builtIn.id, textChecksum: checksum(builtIn.text) },
    ...(labId.includes('@') && !isOwn && { seed }),
    ...(layout && !isOwn && { layout }),
    engineVersion: ENGINE_VERSION,
  };
  const value = await encodeWritten(link, json);
  const parts = [`link=${value}`];
  if (choices.atThisInstant) parts.push(`at=${durationText(now / 1_000)}`, 'autoplay=0');
  if (choices.withSpeed) parts.push(`speed=${Number(speed.toPrecision(3))}`);
  const address = `${page.replace(/[?#].*$/su, '')}#${parts.join('&')}`;
  const at = durationText(Math.round(now / 1_000));
  const isAsBuilt = builtIn !== undefined && count === 0;
  const held = isAsBuilt ? { lab: builtIn.id, ...seedOf(labId, seed) } : { link: value };
  const inside = json.length + ('text' in link.lab ? link.lab.text.length : 0);
  const isReadable = value.length <= MOST_LETTERS && inside <= MOST_BYTES;
  return {
    address: isReadable ? address : null,
    length: address.length,
    commands: count,
    embedding: `embedding.html#${new URLSearchParams({ ...held, at })}`,
  };
}

/** A built-in lab that runs with another seed than its own says so in its name. */
const seedOf = (labId: string, seed: number): { seed?: string } =>
  labId.includes('@') ? { seed: String(seed) } : {};
