// What axe has to say about a page.
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** What WCAG 2.2 AA asks for. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** There are no frames, so it need not open a page of its own to look into them. */
async function violations(page: Page, which: (axe: AxeBuilder) => AxeBuilder) {
  const { violations } = await which(new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] })).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${target}: ${failureSummary}`));
}

/** Everything that WCAG 2.2 AA asks for. */
export const faults = (page: Page) => violations(page, (axe) => axe.withTags(TAGS));

/** Only what the colours decide. */
export const faintColours = (page: Page) => violations(page, (axe) => axe.withRules(["color-contrast", "link-in-text-block"]));
