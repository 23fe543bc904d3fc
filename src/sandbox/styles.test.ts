/** Handlers as people write them: each of its own style, all run as they are. */
import { expect, it } from 'vitest';
import { answerOf, type HandlerLab, logOf, resultsOf, runHandler } from './testing/handlerLab.ts';

const STYLES: Readonly<Record<string, HandlerLab['code']>> = {
  'an async arrow of an ES module': `export const handler = async (event) => event.Records.length;`,
  'a function of an ES module that is imported from another file': {
    'index.mjs': `import { count } from './lib/count.mjs'; export async function handler(event) { return count(event.Records); }`,
    'lib/count.mjs': 'export const count = (list) => list.length;',
  },
  'CommonJS with exports': `exports.handler = async function (event, context) { return event.Records.length; };`,
  'CommonJS with module.exports and required files': {
    'index.js': `const { count } = require('./count'); const data = require('./data.json'); module.exports.handler = async ({ Records }) => count(Records) * data.factor;`,
    'count.js': 'exports.count = (list) => list.reduce((n) => n + 1, 0);',
    'data.json': '{ "factor": 1 }',
  },
  'a callback': `exports.handler = function (event, context, callback) { callback(null, event.Records.length); };`,
  'context.succeed': `exports.handler = (event, context) => { context.succeed(event.Records.length); };`,
  'a callback after a timer': `exports.handler = (event, context, callback) => { setTimeout(() => callback(null, event.Records.length), 20); };`,
  'promises chained': `exports.handler = (event) => Promise.all(event.Records.map((r) => Promise.resolve(r))).then((all) => all.length);`,
  'a class': `class Processor { #seen = 0; process(record) { this.#seen++; return this; } get seen() { return this.#seen; } }
    const make = () => new Processor(); export const handler = async ({ Records }) => Records.reduce((p, r) => p.process(r), make()).seen;`,
  'a switch over event names with unmarshall': `import { unmarshall } from '@aws-sdk/util-dynamodb';
    export const handler = async (event) => { let n = 0; for (const record of event.Records) { switch (record.eventName) {
      case 'INSERT': { const image = unmarshall(record.dynamodb.NewImage); if (image.id === 'a' && image.n === 1) n++; break; }
      case 'MODIFY': case 'REMOVE': break; default: throw new Error('unknown'); } } return n; };`,
  'generators and async iteration': `async function* each(list) { for (const one of list) yield one; }
    export const handler = async (event) => { let n = 0; for await (const record of each(event.Records)) n++; return n; };`,
  'a bundled file with a module system of its own': `"use strict";var __defProp=Object.defineProperty;var __export=(t,a)=>{for(var n in a)__defProp(t,n,{get:a[n],enumerable:!0})};var src_exports={};__export(src_exports,{handler:()=>handler});module.exports=(t=>__defProp({...t},"__esModule",{value:!0}))(src_exports);Object.defineProperty(module.exports,"handler",{enumerable:true,get:()=>handler});var handler=async e=>e.Records.length;`,
  'a higher order wrapper': `const logged = (inner) => async (event, context) => { console.info('start', context.awsRequestId.length); const out = await inner(event, context); console.info('end'); return out; };
    export const handler = logged(async (event) => event.Records.length);`,
  'Node’s own modules': `import { createHash, randomUUID } from 'node:crypto'; import { Buffer } from 'node:buffer';
    export const handler = async (event) => createHash('sha256').update('a').digest('hex').length === 64 && Buffer.from('YQ==', 'base64').toString() === 'a' && randomUUID().length === 36 ? event.Records.length : 0;`,
  'top-level await and environment variables': `const ready = await Promise.resolve(process.env.TABLE ?? 'none'); export const handler = async (event) => ready === 'none' ? event.Records.length : 0;`,
};

it.each(Object.entries(STYLES))('[H1] %s', async (_, code) => {
  const files = typeof code === 'string' && /exports/u.test(code) ? { 'index.js': code } : code;
  expect(await answerOf(files)).toBe(1);
});

it('[H1] [H2] counts over invocations, logs, and drops partial failures like a real consumer', async () => {
  const code = `let invocations = 0; export const handler = async (event) => {
    invocations += 1; const batchItemFailures = [];
    for (const record of event.Records) {
      try { if (!record.dynamodb.NewImage) throw new Error('no image'); console.log('%s %d', record.eventName, invocations); }
      catch (error) { console.error(error.message); batchItemFailures.push({ itemIdentifier: record.dynamodb.SequenceNumber }); }
    }
    return { batchItemFailures };
  };`;
  const simulation = await runHandler({
    code,
    ids: ['a', 'b'],
    mapping: { batchSize: 1, reportBatchItemFailures: true },
  });
  expect(resultsOf(simulation)).toEqual([{ batchItemFailures: [] }, { batchItemFailures: [] }]);
  expect(logOf(simulation).every((line) => /INFO\tINSERT [12]$/u.test(line))).toBe(true);
});
