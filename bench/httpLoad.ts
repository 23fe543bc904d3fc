/** Puts items over HTTP as fast as a server takes them, on connections that stay open. */
import { connect } from 'node:net';

/** Each connection has one request under way. */
export const CONNECTIONS = 16;

const HEADERS = [
  'POST / HTTP/1.1',
  'Host: localhost',
  'Content-Type: application/x-amz-json-1.0',
  'X-Amz-Date: 20260105T090000Z',
  'Authorization: AWS4-HMAC-SHA256 Credential=any/20260105/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=any',
];

export function httpRequest(operation: string, input: unknown): string {
  const body = JSON.stringify(input);
  const own = [
    `X-Amz-Target: DynamoDB_20120810.${operation}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  return `${[...HEADERS, ...own].join('\r\n')}\r\n\r\n${body}`;
}

/** Requests a second, over some seconds. @throws Error when an answer is not 200. */
export async function requestsPerSecond(
  port: number,
  seconds: number,
  request: (number: number) => string,
): Promise<number> {
  let sent = 0;
  let answered = 0;
  const begun = performance.now();
  const isOver = () => performance.now() - begun > seconds * 1_000;
  const connection = () =>
    new Promise<void>((resolve, reject) => {
      let heard = '';
      const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () =>
        socket.write(request(sent++)),
      );
      socket.on('error', reject);
      socket.on('data', (chunk) => {
        heard += chunk.toString('latin1');
        const length = answerLength(heard);
        if (length < 0 || heard.length < length) return;
        if (!heard.startsWith('HTTP/1.1 200')) reject(new Error(heard));
        heard = heard.slice(length);
        answered++;
        if (isOver()) resolve(void socket.end());
        else socket.write(request(sent++));
      });
    });
  await Promise.all(Array.from({ length: CONNECTIONS }, connection));
  return (answered / (performance.now() - begun)) * 1_000;
}

/** Bytes of the answer that a text begins with; -1: its head is not complete. */
function answerLength(heard: string): number {
  const end = heard.indexOf('\r\n\r\n');
  if (end < 0) return -1;
  const length = /content-length: (\d+)/i.exec(heard.slice(0, end))?.[1] ?? '0';
  return end + 4 + Number(length);
}

/** One answer's status and body. */
export async function askOnce(port: number, operation: string, input: unknown): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-amz-json-1.0',
      'X-Amz-Target': `DynamoDB_20120810.${operation}`,
      'X-Amz-Date': '20260105T090000Z',
      Authorization: HEADERS.at(-1)!.replace('Authorization: ', ''),
    },
    body: JSON.stringify(input),
  });
  return answer.text();
}
