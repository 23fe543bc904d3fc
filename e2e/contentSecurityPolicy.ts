import { readFileSync } from 'node:fs';

/** The policy that the product's page declares in its own head. */
export function contentSecurityPolicy(): string {
  const page = readFileSync(new URL('../index.html', import.meta.url), 'utf8');
  const tag = page.match(/<meta\s[^>]*http-equiv="Content-Security-Policy"[^>]*>/)?.[0];
  const policy = tag?.match(/content="([^"]+)"/)?.[1];
  if (!policy) throw new Error('index.html declares no Content-Security-Policy');
  return policy.replace(/\s+/g, ' ');
}
