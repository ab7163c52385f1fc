// Fails a test on anything that goes wrong in the browser without anybody looking.
import { type BrowserContext, type ConsoleMessage, expect, type Request } from "@playwright/test";

/** What went wrong in the pages of a test, and what the test says must go wrong. */
export class Watch {
  private readonly wrong: string[] = [];
  private readonly expected = new Map<RegExp, boolean>();

  constructor(private readonly ours: string[], private readonly script: boolean) {}

  /** Everything in this browser context, from now on. */
  on(context: BrowserContext) {
    context.on("console", (message) => this.console(message));
    context.on("weberror", (error) => this.add(`page error: ${error.error().message}`));
    context.on("requestfailed", (request) => this.failed(request));
    context.on("request", (request) => this.elsewhere(request));
  }

  /** This test visits these, too. */
  alsoOurs(...origins: string[]) {
    this.ours.push(...origins);
  }

  /** This test makes this happen on purpose. It must happen. */
  expect(pattern: RegExp) {
    this.expected.set(pattern, false);
  }

  /** At the end of the test. */
  settle() {
    const unexpected = this.wrong.filter((text) => {
      const pattern = [...this.expected.keys()].find((one) => one.test(text));
      if (pattern) this.expected.set(pattern, true);
      return !pattern;
    });
    expect(unexpected, "went wrong in the browser").toEqual([]);
    const missing = [...this.expected].filter(([, seen]) => !seen).map(([pattern]) => String(pattern));
    expect(missing, "was expected to go wrong, and did not").toEqual([]);
  }

  private add(text: string) {
    this.wrong.push(text);
  }

  /** Chromium says here, too, what a content security policy has stopped and what came with an error status. */
  private console(message: ConsoleMessage) {
    // A page asks for the script early, and nothing uses it where none may run.
    const harmless = !this.script && message.text().includes("was preloaded using link preload but not used");
    if (["error", "warning", "assert"].includes(message.type()) && !harmless) {
      this.add(`console ${message.type()}: ${message.text()} (${message.location().url})`);
    }
  }

  private failed(request: Request) {
    const why = request.failure()?.errorText ?? "";
    // The browser gives up what it no longer needs when one leaves a page, and scripts when it may run none.
    const harmless = why === "net::ERR_ABORTED" || (!this.script && why === "csp" && request.url().endsWith(".js"));
    if (!harmless) this.add(`request failed: ${request.method()} ${request.url()} ${why}`);
  }

  private elsewhere(request: Request) {
    const url = new URL(request.url());
    if (!["data:", "blob:"].includes(url.protocol) && !this.ours.includes(url.origin)) {
      this.add(`request to somewhere else: ${request.method()} ${request.url()}`);
    }
  }
}
