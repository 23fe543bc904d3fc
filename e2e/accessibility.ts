import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * axe finds nothing on the page as it stands, or within one part of it.
 *
 * axe can look at a page at once or, frame by frame, with a page of its own in which the findings are put
 * together; where there is nothing to be seen in frames, the first takes a third of the time.
 * @param only a selector: what else there is, is not looked at.
 */
export async function expectNoViolations(page: Page, only?: string): Promise<void> {
  const axe = new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .exclude('iframe');
  const { violations } = await (only === undefined ? axe : axe.include(only)).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join('\n')}`);
  expect(found).toEqual([]);
}
