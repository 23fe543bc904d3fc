/** The least that a Node server can do with a request: read it and send it back. */
import { createServer } from 'node:http';

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks);
    response.writeHead(200, { 'Content-Length': body.length });
    response.end(body);
  });
});
server.listen(Number(process.argv[2]), '127.0.0.1', () => console.log('listening'));
