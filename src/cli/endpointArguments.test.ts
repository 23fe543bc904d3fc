import { expect, it } from 'vitest';
import { parseEndpointArguments } from './endpointArguments.ts';

const parse = (line: string) => parseEndpointArguments(line.split(' ').filter(Boolean));

it('has a lab, a port and a speed without being told', () => {
  expect(parse('')).toEqual({ lab: 'orders', port: 8000, speed: 1 });
});

it('takes all that it offers', () => {
  expect(
    parse('--port 0 --speed 0.5 --record out.yaml --allow-origin http://localhost:5173 my.yaml'),
  ).toEqual({
    lab: 'my.yaml',
    port: 0,
    speed: 0.5,
    recordFile: 'out.yaml',
    allowOrigin: 'http://localhost:5173',
  });
  expect(parse('--help --port x')).toBe('help');
});

it.each([
  ['--port 70000', '--port 70000 is not a port'],
  ['--port=-1', '--port -1 is not a port'],
  ['--speed fast', '--speed fast is not a number from 0 to 100000'],
  ['--speed 1e9', '--speed 1e9 is not'],
  ['--allow-origin localhost', '--allow-origin localhost is not an origin'],
  ['--allow-origin http://localhost:1/path', 'is not an origin'],
  ['a.yaml b.yaml', 'One lab at a time, not also b.yaml'],
  ['--colour', "Unknown option '--colour'"],
])('refuses %s', (line, sentence) => {
  expect(parse(line)).toEqual({ error: expect.stringContaining(sentence) });
});
