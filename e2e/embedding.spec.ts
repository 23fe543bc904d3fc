import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Frame, type Page, test } from '@playwright/test';
import type { ShardscopeEmbed } from '../src/embed/client.ts';
import { readWishes } from '../src/embed/wishes.ts';
import { ENGINE_VERSION } from '../src/engine/index.ts';
import { encodeLink } from '../src/lab/link/labLink.ts';
import { collectComplaints } from './complaints.ts';

/** Pages of somebody else's, on another origin: their HTML by their path, and the policy they send. */
const pages = new Map<string, { html: string; policy?: string }>();
let server: Server;
let host: string;

test.beforeAll(async () => {
  server = createServer(({ url }, response) => {
    if (url === '/shardscope-client.js') {
      response.setHeader('content-type', 'text/javascript');
      return response.end(readFileSync('dist/shardscope-client.js'));
    }
    const page = pages.get(url!.split('?')[0]!);
    response.statusCode = page === undefined ? 204 : 200;
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (page?.policy !== undefined) response.setHeader('content-security-policy', page.policy);
    return response.end(page?.html ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
test.afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const embedAddress = (base: string, more: string): string =>
  `${base}embed.html#parent=${host}&${more}`;

async function visit(page: Page, path: string, html: string, policy?: string): Promise<void> {
  pages.set(path, {
    html: `<!doctype html><html lang="en"><title>Docs</title>${html}`,
    ...(policy && { policy }),
  });
  await page.goto(`${host}${path}`);
}

const frameOf = async (page: Page): Promise<Frame> => {
  const handle = await page.waitForSelector('iframe');
  return (await handle.contentFrame())!;
};

const labWithCode = (runtime: string, code: string): string =>
  JSON.stringify({
    Resources: {
      Orders: {
        Type: 'AWS::DynamoDB::Table',
        Properties: {
          AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
          KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
          StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
        },
      },
      Greeter: {
        Type: 'AWS::Lambda::Function',
        Properties: { Runtime: runtime, Handler: 'index.handler', Code: { ZipFile: code } },
      },
      Mapping: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: {
          EventSourceArn: { 'Fn::GetAtt': ['Orders', 'StreamArn'] },
          FunctionName: { Ref: 'Greeter' },
          StartingPosition: 'TRIM_HORIZON',
        },
      },
    },
  });

/** The page around connects, as its own script would; `window.lab` is the line from then on. */
const connected = (page: Page) =>
  page.evaluate(async () => {
    const client = '/shardscope-client.js';
    const { connect } = await import(client);
    const lab: ShardscopeEmbed = await connect(document.querySelector('iframe'));
    Object.assign(window, { lab, heard: [] });
    for (const kind of ['tick', 'journal', 'step', 'error', 'resize'] as const) {
      lab.on(kind, (event) => (window as unknown as Around).heard.push({ kind, event }));
    }
    return lab.ready;
  });

interface Around {
  lab: ShardscopeEmbed;
  heard: { kind: string; event: unknown }[];
}

for (const { what, sandbox } of [
  { what: 'of another origin', sandbox: '' },
  { what: 'in an opaque sandbox, without storage or workers', sandbox: 'sandbox="allow-scripts"' },
]) {
  test(`[V61] a page steers an embed ${what}`, async ({ page, baseURL }) => {
    const complaints = await collectComplaints(page);
    const address = embedAddress(
      baseURL!,
      'lab=orders&at=12s&start=click&controls=full&theme=light',
    );
    await visit(
      page,
      `/steer${sandbox.length}`,
      `<iframe ${sandbox} width="1200" height="760" src="${address}"></iframe>`,
    );
    const frame = await frameOf(page);
    await expect(frame.getByRole('img', { name: /still picture of the lab orders/ })).toBeVisible();
    expect(await connected(page)).toMatchObject({ lab: 'orders', live: false });
    expect(await frame.evaluate(() => 'shardscopeLive' in window)).toBe(false);

    await page.evaluate(async () => {
      const { lab } = window as unknown as Around;
      await lab.seek('30s');
      await lab.step();
      await lab.command('dynamodb:PutItem', {
        TableName: 'Orders',
        Item: { id: { S: 'from-the-page' } },
      });
      await lab.fault({ kind: 'Error', target: 'OrderProcessor', on: true, probability: 1 });
    });
    await expect(frame.getByRole('button', { name: 'Error' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await frame.getByRole('button', { name: 'Poison' }).click();
    await expect(frame.getByRole('button', { name: 'Poison' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    const refused = await page.evaluate(async () => {
      const { lab } = window as unknown as Around;
      const sentences: string[] = [];
      const asked = [
        () => lab.command('dynamodb:Explode', {}),
        () => lab.command('dynamodb:PutItem', { TableName: 'Nowhere', Item: {} }),
        () => lab.load({ lab: 'nowhere' }),
        () => lab.load({ text: '<b>no lab</b>' }),
        () => lab.load({ link: '1.00000000.AAAA' }),
        () => lab.seek('soon'),
      ];
      for (const ask of asked) await ask().catch((error: Error) => sentences.push(error.message));
      return sentences;
    });
    expect(refused).toHaveLength(6);
    for (const sentence of refused) expect(sentence).toMatch(/\w.*/u);
    await page.evaluate(() => (window as unknown as Around).lab.play(5));
    await expect
      .poll(() => page.evaluate(() => (window as unknown as Around).heard.map(({ kind }) => kind)))
      .toEqual(expect.arrayContaining(['tick', 'journal', 'step', 'resize']));
    await page.evaluate(() => (window as unknown as Around).lab.pause());
    await page.evaluate(() => (window as unknown as Around).lab.load({ lab: 'todos', at: '10s' }));
    await expect(frame.getByRole('img', { name: /Todos: \d+ item/ })).toBeVisible();
    expect(complaints).toEqual([]);
  });
}

test('the first picture is of the instant, the seed and the part that were asked for', async ({
  page,
  baseURL,
}) => {
  const complaints = await collectComplaints(page);
  const asked = 'lab=orders&at=20s&seed=9&focus=OrderProcessor&start=click';
  const address = embedAddress(baseURL!, asked);
  const element =
    '<shard-scope lab="todos" at="2s" seed="5" start="click" height="400"></shard-scope>';
  await visit(
    page,
    '/asked',
    `<iframe title="A lab" width="900" height="640" src="${address}"></iframe>${element}<script src="${baseURL}shard-scope.js"></script>`,
  );
  const frame = await frameOf(page);
  const drawn = frame.getByRole('img', { name: /At 20 s\./ });
  await expect(drawn).toBeVisible();
  expect(await drawn.getAttribute('aria-label')).not.toContain('Shop'); // only what is named, and beside it
  await expect(frame.getByRole('button')).toHaveText(['Start']);
  await frame.getByRole('button', { name: 'Start' }).click();
  await expect(frame.getByRole('button', { name: 'Play' })).toBeVisible();
  await expect(drawn).toBeVisible();
  expect(
    (
      await new AxeBuilder({ page })
        .options({ preload: false })
        .withTags(['wcag2a', 'wcag2aa'])
        .analyze()
    ).violations,
  ).toEqual([]);
  const inElement = page.frameLocator('shard-scope iframe');
  await expect(inElement.getByRole('img', { name: /At 2 s\./ })).toBeVisible();
  await expect(inElement.getByRole('button', { name: 'Start' })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('[V61] a lesson is taken in an opaque sandbox', async ({ page, baseURL }) => {
  const complaints = await collectComplaints(page);
  const address = embedAddress(baseURL!, 'lesson=what-a-change-is&step=3');
  await visit(
    page,
    '/lesson',
    `<iframe sandbox="allow-scripts" width="700" height="640" title="A lesson" src="${address}"></iframe>`,
  );
  const frame = await frameOf(page);
  await expect(frame.getByRole('heading', { level: 2 })).toHaveText('The to-do is completed');
  expect(
    (
      await new AxeBuilder({ page })
        .options({ preload: false })
        .withTags(['wcag2a', 'wcag2aa'])
        .analyze()
    ).violations,
  ).toEqual([]);
  await frame.getByRole('radio', { name: 'One MODIFY' }).check();
  await frame.getByRole('button', { name: 'Let time run, and see' }).click();
  await expect(frame.getByText('Right.')).toBeVisible();
  await expect(frame.getByText('The stream now has 1 INSERT and 1 MODIFY.')).toBeVisible();
  await expect(frame.getByRole('heading', { level: 1 })).toContainText('T1001 was updated');
  await frame.getByRole('button', { name: 'Next' }).click();
  await expect(frame.getByRole('heading', { level: 2 })).toBeFocused();
  await frame.getByRole('button', { name: 'Back' }).click();
  await expect(frame.getByRole('heading', { level: 1 })).toContainText('T1001 was put');
  await expect(frame.getByRole('link', { name: 'Open in Shardscope' }).first()).toHaveAttribute(
    'href',
    `${baseURL}#lesson=what-a-change-is&step=3`,
  );
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await frame.getByRole('button', { name: 'Let time run, and see' }).click();
  await expect(frame.getByText('this happened')).toBeVisible();
  expect(complaints).toEqual([]);
});

for (const { what, runtime, code, finds } of [
  {
    what: 'JavaScript is run in an opaque sandbox',
    runtime: 'nodejs22.x',
    code: "exports.handler = async () => { throw new Error('my own code'); };",
    finds: async (frame: Frame) => {
      await frame.getByRole('button', { name: 'Play' }).waitFor();
      await expect(frame.getByRole('log', { name: 'Log' })).toContainText(/fail/iu);
    },
  },
  {
    what: 'Python stands still, and says so',
    runtime: 'python3.13',
    code: 'def handler(event, context): return None',
    finds: async (frame: Frame) => {
      await expect(frame.getByText('is written in Python')).toBeVisible();
      await expect(frame.getByRole('img', { name: /Greeter/ })).toBeVisible();
      await expect(frame.getByRole('button', { name: 'Play' })).toBeDisabled();
    },
  },
]) {
  test(`a function’s own ${what}, its cards where they were put`, async ({ page, baseURL }) => {
    const complaints = await collectComplaints(page);
    const text = labWithCode(runtime, code);
    const link = await encodeLink({
      lab: { text },
      layout: [{ card: 'Table', of: 'Orders', left: 0.5, top: 700 }],
      commands: [],
      engineVersion: ENGINE_VERSION,
    });
    const address = embedAddress(baseURL!, `link=${link}&at=3s`);
    await visit(
      page,
      `/${runtime}`,
      `<iframe sandbox="allow-scripts" width="900" height="640" src="${address}"></iframe>`,
    );
    const frame = await frameOf(page);
    await finds(frame);
    const name = frame.locator('.stage svg text', { hasText: 'DYNAMODB TABLE' });
    expect(Number(await name.getAttribute('y'))).toBeGreaterThan(700);
    expect(complaints).toEqual([]);
  });
}

test('[V61] hostile messages do nothing, and are told why', async ({ page, baseURL }) => {
  const complaints = await collectComplaints(page);
  const address = embedAddress(baseURL!, 'lab=orders&at=12s&start=click');
  await visit(
    page,
    '/hostile',
    `<iframe width="1000" height="700" src="${address}"></iframe><iframe id="other"></iframe>`,
  );
  await connected(page);
  await page.evaluate(() => {
    const html = '<img src=x onerror="parent.pwned=1">';
    const target = document.querySelector('iframe')!.contentWindow!;
    const members = [{ do: html }, { do: 'seek', to: html }, { do: 'load', text: html, x: 1 }, {}];
    for (let i = 0; i < 3_000; i++) {
      target.postMessage({ shardscope: i % 7 ? 1 : i, ...members[i % 4] }, '*');
    }
    for (const nonsense of [null, 'x', 12, [], new Map(), { shardscope: 1, id: {}, do: 'play' }]) {
      target.postMessage(nonsense, '*');
    }
    // Another window of the same origin is not the page around.
    const other = document.querySelector<HTMLIFrameElement>('#other')!.contentWindow! as Window &
      typeof globalThis;
    Object.assign(other, { target });
    other.eval("target.postMessage({ shardscope: 1, id: 1, do: 'play' }, '*')");
  });
  const told = () =>
    page.evaluate(
      () => (window as unknown as Around).heard.filter(({ kind }) => kind === 'error').length,
    );
  await expect.poll(told).toBe(3_006);
  expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
  const frame = await frameOf(page);
  await expect(frame.getByRole('img', { name: /still picture/ })).toBeVisible();
  expect(await frame.evaluate(() => 'shardscopeLive' in window)).toBe(false);
  expect(complaints).toEqual([]);
});

test('the element shows a picture, comes to life, follows its theme, and prints', async ({
  page,
  baseURL,
}) => {
  const complaints = await collectComplaints(page);
  const origin = new URL(baseURL!).origin;
  const policy = `default-src 'none'; script-src ${origin}; img-src ${origin}; frame-src ${origin}`;
  const html = `<shard-scope lab="orders" at="12s" start="click" controls="none" theme="light" height="500"><a href="${baseURL}"><img src="${baseURL}stills/orders-light-wide.svg" alt="The orders lab"></a></shard-scope><script src="${baseURL}shard-scope.js"></script>`;
  await visit(page, '/element', html, policy);
  await expect(page.getByRole('img', { name: /still picture/ })).toBeVisible();
  await page.getByRole('button', { name: 'Start' }).click();
  const frame = await frameOf(page);
  const title = frame.getByRole('heading', { level: 1 });
  await expect(title).toBeVisible();
  await expect(frame.getByRole('button')).toHaveCount(0); // nothing but the stage and a caption
  const ground = () => frame.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await page.evaluate(() => document.querySelector('shard-scope')!.setAttribute('theme', 'dark'));
  await expect.poll(ground).not.toBe(light);
  await expect(title).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect.poll(ground).toBe(light);
  await page.emulateMedia({ media: 'screen' });
  const width = () => frame.evaluate(() => document.querySelector('.stage svg')!.clientWidth);
  const wide = await width();
  await page.setViewportSize({ width: 500, height: 700 });
  await expect.poll(width).toBeLessThan(wide / 2);
  expect(complaints).toEqual([]);
});

test('where scripts are blocked the picture stays', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await visit(
    page,
    '/blocked',
    `<shard-scope lab="orders"><a href="${baseURL}"><img src="${baseURL}stills/orders-light-wide.svg" alt="The orders lab"></a></shard-scope><iframe width="900" height="500" src="${baseURL}embed.html"></iframe>`,
  );
  await expect(page.getByRole('img', { name: 'The orders lab' })).toBeVisible();
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('img', { name: /Scripts are blocked here/ })).toBeVisible();
  await context.close();
});

test('twenty embeds live on one page', async ({ page, baseURL }) => {
  const complaints = await collectComplaints(page);
  await page.setViewportSize({ width: 1440, height: 1000 });
  const one = (i: number) => {
    const lab = ['orders', 'todos', 'kinesis'][i % 3];
    const address = embedAddress(baseURL!, `lab=${lab}&at=${i}s&controls=none`);
    return `<iframe width="270" height="200" src="${address}"></iframe>`;
  };
  const far = `<div><iframe src="${embedAddress(baseURL!, 'lab=orders')}"></iframe></div>`;
  const style = '<style>iframe { border: 0 } div { margin-top: 4000px }</style>';
  const html = style + Array.from({ length: 20 }, (_, i) => one(i)).join('') + far;
  await visit(page, '/twenty', html);
  const frames = page.frames().slice(1);
  const isLive = (frame: Frame) => expect(frame.getByRole('heading', { level: 1 })).toBeVisible();
  await Promise.all(frames.slice(0, 20).map(isLive));
  expect(await frames[20]!.evaluate(() => 'shardscopeLive' in window)).toBe(false);
  expect(complaints).toEqual([]);
});

test('every address in the sample pages is there, and is one that the embed understands', async ({
  request,
  baseURL,
}) => {
  const samples = ['plain.html', 'docs/mkdocs.md', 'docs/docusaurus.mdx', 'README.md'];
  for (const sample of samples) {
    const text = readFileSync(`samples/pages/${sample}`, 'utf8').replaceAll('&amp;', '&');
    const addresses = [...text.matchAll(/HOST\/([^\s")]*)/gu)].map(([, path]) => baseURL! + path);
    expect(addresses.length, sample).toBeGreaterThan(0);
    for (const address of addresses) {
      expect((await request.get(address)).status(), address).toBe(200);
      const { search, hash } = new URL(address);
      expect(readWishes(search, hash).complaints, address).toEqual([]);
    }
  }
});
