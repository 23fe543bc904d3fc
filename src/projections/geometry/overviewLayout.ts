/**
 * Where the cards stand from afar: tiles of one size in the order of the story, from left to right.
 * A kind of card that has many takes several columns, so that the whole is no higher than it must be.
 */
import type { Card } from '../scene/scene.ts';
import type { CardBox } from './cardBox.ts';
import { type ColumnType, columnOf, columnOrder } from './columns.ts';
import { TILE } from './measures.ts';

type Kind = ColumnType | 'poller';
const kindOrder: readonly Kind[] = [...columnOrder, 'poller'];

/** @param edge space around the whole, pixels. */
export function overviewBoxes(
  cards: readonly Card[],
  room: { width: number; height: number },
  edge: number,
): CardBox[] {
  const kinds = kindOrder
    .map((kind) => cards.filter((card) => columnOf(card) === kind))
    .filter((own) => own.length > 0);
  if (kinds.length === 0) return [];
  const width = room.width - 2 * edge;
  const most = Math.max(1, Math.floor((width + TILE.beside) / (TILE.widthMin + TILE.beside)));
  const columns =
    kinds.length <= most ? columnsByKind(kinds, most, room.height - 2 * edge) : inRows(kinds, most);
  const pitch = (width + TILE.beside) / columns.length;
  return columns.flatMap((own, column) =>
    own.map((card, row) => ({
      id: card.id,
      type: card.type,
      rect: {
        x: edge + Math.round(column * pitch),
        y: edge + row * (TILE.height + TILE.over),
        width: Math.floor(pitch - TILE.beside),
        height: TILE.height,
      },
      lanes: [],
      isDetailed: false,
    })),
  );
}

/** A column for each kind, and another for the one that is highest, while there are columns to give. */
function columnsByKind(kinds: readonly Card[][], most: number, height: number): Card[][] {
  const counts = kinds.map(() => 1);
  const rowsOf = (i: number): number => Math.ceil(kinds[i]!.length / counts[i]!);
  const roomRows = Math.max(1, Math.floor((height + TILE.over) / (TILE.height + TILE.over)));
  for (let given = kinds.length; given < most; given += 1) {
    let highest = 0;
    for (const i of kinds.keys()) if (rowsOf(i) > rowsOf(highest)) highest = i;
    if (rowsOf(highest) <= roomRows) break;
    counts[highest]! += 1;
  }
  return kinds.flatMap((own, i) => {
    const rows = rowsOf(i);
    const columns: Card[][] = [];
    for (let from = 0; from < own.length; from += rows) columns.push(own.slice(from, from + rows));
    return columns;
  });
}

/** Where there are fewer columns than kinds: row by row, as a text is read. */
function inRows(kinds: readonly Card[][], most: number): Card[][] {
  const columns: Card[][] = Array.from({ length: most }, () => []);
  for (const [i, card] of kinds.flat().entries()) columns[i % most]!.push(card);
  return columns.filter((own) => own.length > 0);
}
