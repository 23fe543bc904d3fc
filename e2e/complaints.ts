import type { Page } from '@playwright/test';

/**
 * Collects everything that a page complains of: errors nobody caught, errors in its console, and what
 * the Content-Security-Policy refused. Call it before the first navigation.
 */
export async function collectComplaints(page: Page): Promise<string[]> {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error')
      complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
  await page.exposeFunction('complainOfPolicy', (what: string) => {
    complaints.push(`refused by policy: ${what}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (violation) => {
      const { violatedDirective, blockedURI, sourceFile } = violation;
      const page = window as unknown as { complainOfPolicy(what: string): void };
      page.complainOfPolicy(`${violatedDirective} ${blockedURI} in ${sourceFile}`);
    });
  });
  return complaints;
}
