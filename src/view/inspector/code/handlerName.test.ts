import { expect, it } from 'vitest';
import { handlerNamed } from './handlerName.ts';

const named = (file: string, text: string, handler = 'index.handler') =>
  handlerNamed({ handler, files: { [file]: text } });

it('takes the handler by the name that a pasted text gives it', () => {
  expect(named('index.py', 'import json\ndef lambda_handler(event, context):\n  pass')).toBe(
    'index.lambda_handler',
  );
  expect(named('index.js', 'exports.lambda_handler = async () => 1;')).toBe('index.lambda_handler');
  expect(named('a/b.mjs', 'export const handler = 1;', 'a/b.main')).toBe('a/b.handler');
});

it('leaves the handler alone where it is defined, or where nothing usual is', () => {
  const both = 'def lambda_handler(e, c): pass\ndef handler(e, c): pass';
  expect(named('index.py', both)).toBe('index.handler');
  expect(named('index.py', 'handler = make()\ndef lambda_handler(e, c): pass')).toBe(
    'index.handler',
  );
  expect(named('index.py', 'class A:\n  def lambda_handler(self): pass')).toBe('index.handler');
  expect(named('index.py', 'def main(e, c): pass')).toBe('index.handler');
  expect(named('other.py', 'def lambda_handler(e, c): pass')).toBe('index.handler');
  expect(named('index.mjs', 'export const main = 1;', 'index.main')).toBe('index.main');
});
