/** A link as a QR code. Its library is loaded when the first code is drawn. */

/** Modules around a code that stay white, as its standard asks. */
const QUIET = 4;

export interface QrPath {
  /** Width and height, modules. */
  size: number;
  /** Of an SVG path: what is black. */
  d: string;
}

export async function qrPath(text: string): Promise<QrPath> {
  const { encodeQR } = await import('qr');
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET });
  return { size: rows.length, d: rows.flatMap(runsOf).join('') };
}

/** Black modules of a row that lie together are one rectangle. */
function runsOf(row: readonly boolean[], y: number): string[] {
  const runs: string[] = [];
  for (let x = 0; x < row.length; x += 1) {
    let length = 0;
    while (row[x + length] === true) length += 1;
    if (length > 0) runs.push(`M${x} ${y}h${length}v1h-${length}z`);
    x += length;
  }
  return runs;
}
