import { request as httpRequest, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { WireRequest } from '../aws/wire/wireMessage.ts';
import { createHttpEndpoint, type HttpEndpointOptions } from './httpEndpoint.ts';

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
});

async function listen(options: Partial<HttpEndpointOptions> = {}): Promise<string> {
  const answer = ({ body }: WireRequest) => ({
    status: 200,
    headers: {},
    body: String(body.length),
  });
  server = createHttpEndpoint({ answer, ...options });
  await new Promise<void>((done) =>
    server!.listen({ host: '127.0.0.1', port: 0, backlog: 2_048 }, done),
  );
  return `http://127.0.0.1:${port()}`;
}
const port = (): number => (server!.address() as AddressInfo).port;
const stillAnswers = async (url: string): Promise<void> =>
  expect(await (await fetch(url, { method: 'POST', body: 'ab' })).text()).toBe('2');

/** What a server says to bytes sent as they are, until it closes the connection. */
function sayRaw(text: string, halfClose = false): Promise<string> {
  return new Promise((resolve) => {
    let heard = '';
    const socket = connect(port(), '127.0.0.1', () => {
      if (halfClose) socket.end(text);
      else socket.write(text);
    });
    socket.on('data', (chunk) => {
      heard += chunk;
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(heard));
  });
}

describe('bodies', () => {
  it('[A7] 16 MiB are taken, one byte more is not', async () => {
    const url = await listen();
    const most = 16 * 1_024 * 1_024;
    const taken = await fetch(url, { method: 'POST', body: new Uint8Array(most) });
    expect(await taken.text()).toBe(String(most));
    const refused = await fetch(url, { method: 'POST', body: new Uint8Array(most + 1) });
    expect(refused.status).toBe(413);
    await stillAnswers(url);
  });

  it('[A7] 100 MB are refused, with their length announced or not', async () => {
    const url = await listen();
    const status = (headers: Record<string, number>) =>
      new Promise<number>((resolve, reject) => {
        const sent = httpRequest(url, { method: 'POST', headers }, (answer) => {
          answer.resume();
          resolve(answer.statusCode!);
        });
        sent.on('error', reject);
        const megabyte = Buffer.alloc(1e6);
        for (let i = 0; i < 100; i++) sent.write(megabyte);
        sent.end();
      });
    expect(await status({ 'Content-Length': 100e6 })).toBe(413);
    expect(await status({})).toBe(413);
    await stillAnswers(url);
  });

  it('[A7] a body that breaks off is answered by nobody', async () => {
    let answered = 0;
    const url = await listen({
      answer: ({ body }) => {
        answered++;
        return { status: 200, headers: {}, body: String(body.length) };
      },
    });
    const head = 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n';
    expect(await sayRaw(`${head}{"half":`, true)).not.toContain('200 OK');
    expect(answered).toBe(0);
    await stillAnswers(url);
  });

  it('[A7] who sends too slowly is told so, and let go', async () => {
    const url = await listen({ slowestMs: 200 });
    const head = 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n';
    expect(await sayRaw(`${head}{`)).toContain('408 Request Timeout');
    expect(await sayRaw('POST / HT')).toContain('408 Request Timeout');
    await stillAnswers(url);
  });

  it('[A7] what is no HTTP is refused', async () => {
    const url = await listen();
    expect(await sayRaw('\u0016\u0003\u0001\u0002\r\n\r\n')).toContain('400 Bad Request');
    expect(await sayRaw(`GET / HTTP/1.1\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`)).toContain('431');
    await stillAnswers(url);
  });
});

it('[A7] 1,000 connections at once are all answered', async () => {
  const url = await listen();
  const one = () =>
    new Promise<string>((resolve, reject) => {
      const sent = httpRequest(url, { method: 'POST', agent: false }, (answer) => {
        let text = '';
        answer.on('data', (chunk) => {
          text += chunk;
        });
        answer.on('end', () => resolve(text));
      });
      sent.on('error', reject);
      sent.end('abc');
    });
  const answers = await Promise.all(Array.from({ length: 1_000 }, one));
  expect(answers.every((text) => text === '3')).toBe(true);
});

it('[A7] a mistake behind the door is a 500, and told of', async () => {
  const complaints: unknown[] = [];
  let fails = true;
  const url = await listen({
    answer: ({ body }) => {
      if (fails) throw new Error('a mistake of ours');
      return { status: 200, headers: {}, body: String(body.length) };
    },
    complain: (error) => complaints.push(error),
  });
  expect((await fetch(url)).status).toBe(500);
  expect(complaints).toHaveLength(1);
  fails = false;
  await stillAnswers(url);
});

describe('[A8] pages of other origins', () => {
  const from = (origin: string, more: RequestInit = {}) => ({
    ...more,
    headers: { Origin: origin, ...(more.headers as Record<string, string>) },
  });

  it('may not call, nor ask for leave', async () => {
    const url = await listen();
    const written = await fetch(url, from('https://example.com', { method: 'POST', body: '{}' }));
    expect(written.status).toBe(403);
    const asked = await fetch(url, from('https://example.com', { method: 'OPTIONS' }));
    expect(asked.status).toBe(403);
    for (const answer of [written, asked]) {
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  it('may when it is asked for, and no other', async () => {
    const url = await listen({ allowOrigin: 'http://localhost:5173' });
    const asked = await fetch(
      url,
      from('http://localhost:5173', {
        method: 'OPTIONS',
        headers: { 'Access-Control-Request-Headers': 'x-amz-target' },
      }),
    );
    expect(asked.status).toBe(200);
    expect(asked.headers.get('access-control-allow-headers')).toBe('x-amz-target');
    const written = await fetch(url, from('http://localhost:5173', { method: 'POST', body: 'ab' }));
    expect(written.headers.get('access-control-allow-origin')).toBe('http://localhost:5173');
    expect((await fetch(url, from('http://localhost:9999'))).status).toBe(403);
  });
});
