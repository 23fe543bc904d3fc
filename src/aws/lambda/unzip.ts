/** The files of a deployment package. */
import { unzipSync } from 'fflate';
import { AwsError } from '../awsError.ts';

/** Unzipped, a package may hold so much. */
const MOST_BYTES = 262_144_000;

/**
 * Texts by path. What is no text (a picture, a native module) is left out: nothing here could run it.
 * @throws AwsError as AWS refuses a package that is no zip, or too large
 */
export function unzip(bytes: Uint8Array): Record<string, string> {
  let size = 0;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        size += originalSize;
        return size <= MOST_BYTES;
      },
    });
  } catch {
    throw refused(
      'Could not unzip uploaded file. Please check your file, then try to upload again.',
    );
  }
  if (size > MOST_BYTES) {
    throw refused(`Unzipped size must be smaller than ${MOST_BYTES} bytes`);
  }
  const texts = Object.entries(files).flatMap(([path, content]) => {
    const text = path.endsWith('/') ? null : textOf(content);
    return text === null ? [] : [[path.replace(/^\.?\//u, ''), text] as const];
  });
  if (texts.length === 0) throw refused('Uploaded file must be a non-empty zip');
  return Object.fromEntries(texts);
}

const refused = (message: string) => new AwsError('InvalidParameterValueException', message);

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
