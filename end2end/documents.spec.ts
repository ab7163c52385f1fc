// Documents in a case: sent by a plain form, several at once, by the camera; and read again.
import { deflateSync } from "node:zlib";

import { makeCase } from "./support/cases";
import { JPEG } from "./support/files";
import { expect, test } from "./support/test";

const text = (name: string, contents: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(contents) });

/** A picture of 8 × 8 red pixels. */
function png() {
  const table = Array.from({ length: 256 }, (_, n) => Array.from({ length: 8 }).reduce<number>((c) => (c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1), n));
  const crc = (bytes: Buffer) => (~bytes.reduce((c, byte) => table[(c ^ byte) & 255] ^ (c >>> 8), ~0)) >>> 0;
  const chunk = (kind: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(kind), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.from([0, 0, 0, 8, 0, 0, 0, 8, 8, 2, 0, 0, 0]);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(24, Buffer.from([200, 30, 30]))]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: 8 }, () => row)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", pixels), chunk("IEND", Buffer.alloc(0))]);
}

test("jeg legger et brev og et bilde i saken, og finner dem igjen", { tag: "@no-script" }, async ({ as, awake, accessible, somebodyNew }) => {
  const page = await as(somebodyNew());
  const path = await makeCase(page, "Med dokumenter");
  await page.goto(path);
  await page.getByRole("link", { name: "Legg til dokumenter" }).click();
  await awake(page);
  await accessible(page);
  const picture = { name: "Oppslag på tavla.png", mimeType: "image/png", buffer: png() };
  await page.getByLabel("Velg filer").setInputFiles([text("Brev fra rektor.txt", "Møtet er flyttet til torsdag."), picture]);
  await page.getByRole("button", { name: "Lagre dokumentene" }).click();
  await expect(page.getByRole("status").getByText("Dokumentene er lagret")).toBeVisible();
  await page.getByRole("link", { name: "Oppslag på tavla.png" }).click();
  await accessible(page);
  const shown = page.getByRole("img", { name: "Bildet Oppslag på tavla.png" });
  await expect(shown).toBeVisible();
  expect(await shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(8);
  await page.goto(path);
  await page.getByRole("link", { name: "Brev fra rektor.txt" }).click();
  await page.getByText("Teksten i dokumentet").click();
  await expect(page.getByText("Møtet er flyttet til torsdag.")).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Last ned", exact: true }).click()]);
  expect(download.suggestedFilename()).toBe("Brev fra rektor.txt");
  await page.getByLabel("Velg fil").setInputFiles(text("Brev, rettet.txt", "Møtet er flyttet til fredag."));
  await page.getByRole("button", { name: "Lagre versjonen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Brev, rettet.txt");
  await expect(page.getByText("Versjon 1: Brev fra rektor.txt")).toBeVisible();
});

test("en fil som ikke kan tas imot, koster ikke de andre", { tag: "@no-script" }, async ({ as, awake, somebodyNew }) => {
  const page = await as(somebodyNew());
  const path = await makeCase(page, "Med én fil for mye");
  await page.goto(`${path}/dokumenter`);
  await awake(page);
  const program = { name: "program.exe", mimeType: "application/octet-stream", buffer: Buffer.from("MZ") };
  await page.getByLabel("Velg filer").setInputFiles([text("Avtale.txt", "Avtalen"), program]);
  await page.getByRole("button", { name: "Lagre dokumentene" }).click();
  await expect(page.getByRole("link", { name: /^program\.exe: denne typen fil tar vi ikke imot/ })).toBeVisible();
  await expect(page.getByText("Lagret: Avtale.txt")).toBeVisible();
  await page.goto(path);
  await expect(page.getByRole("link", { name: "Avtale.txt" })).toBeVisible();
});

test("jeg tar et bilde med telefonen", { tag: "@no-script" }, async ({ as, awake, somebodyNew }) => {
  const page = await as(somebodyNew());
  const path = await makeCase(page, "Med et bilde");
  await page.goto(`${path}/dokumenter`);
  await awake(page);
  const camera = page.getByLabel("Ta bilde");
  await expect(camera).toHaveAttribute("capture", "environment");
  await camera.setInputFiles({ name: "image.jpg", mimeType: "image/jpeg", buffer: JPEG });
  await page.getByRole("button", { name: "Lagre dokumentene" }).click();
  await expect(page.getByRole("status").getByText("Dokumentene er lagret")).toBeVisible();
  await page.getByRole("link", { name: "image.jpg" }).click();
  await expect(page.getByRole("img", { name: "Bildet image.jpg" })).toBeVisible();
});

test("jeg drar filer inn i skjemaet, og treffer ikke feltet", async ({ as, awake, somebodyNew }) => {
  const page = await as(somebodyNew());
  const path = await makeCase(page, "Med filer som dras");
  await page.goto(`${path}/dokumenter`);
  await awake(page);
  const field = page.getByLabel("Velg filer");
  const around = page.locator(".ds-field", { has: field });
  const form = page.locator("form#nye-dokumenter");
  const held = (names: string[]) =>
    page.evaluateHandle((names) => {
      const files = new DataTransfer();
      names.forEach((name) => files.items.add(new File([`Dette er ${name}`], name, { type: "text/plain" })));
      return files;
    }, names);
  // Held over the form, the field shows where they will be; taken away again, it does not.
  const first = await held(["Brev.txt", "Avtale.txt"]);
  await form.dispatchEvent("dragover", { dataTransfer: first });
  await expect(around).toHaveAttribute("data-over");
  await form.dispatchEvent("dragleave", { dataTransfer: first });
  await expect(around).not.toHaveAttribute("data-over");
  // Dropped beside the field, they are chosen; those that come later stand beside them.
  await form.dispatchEvent("drop", { dataTransfer: first });
  await form.dispatchEvent("drop", { dataTransfer: await held(["Referat.txt"]) });
  await expect(around).not.toHaveAttribute("data-over");
  expect(await field.evaluate((input: HTMLInputElement) => Array.from(input.files!, (file) => file.name))).toEqual(["Brev.txt", "Avtale.txt", "Referat.txt"]);
  await page.getByRole("button", { name: "Lagre dokumentene" }).click();
  await expect(page.getByRole("status").getByText("Dokumentene er lagret")).toBeVisible();
  for (const name of ["Brev.txt", "Avtale.txt", "Referat.txt"]) await expect(page.getByRole("link", { name })).toBeVisible();
});

test("nettet forsvinner mens jeg sender, og filene blir verken borte eller doble", async ({ as, awake, somebodyNew, watch }) => {
  const page = await as(somebodyNew());
  const path = await makeCase(page, "Uten dekning");
  await page.goto(`${path}/dokumenter`);
  await awake(page);
  const field = page.getByLabel("Velg filer");
  const send = page.getByRole("button", { name: "Lagre dokumentene" });
  let sent = 0;
  page.on("request", (request) => (sent += request.method() === "POST" ? 1 : 0));
  // The portal has kept them, and the answer is lost.
  watch.expect(/net::ERR_FAILED/);
  await page.route(`**${path}/dokumenter`, async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    await route.fetch({ maxRedirects: 0 });
    await route.abort();
  });
  await field.setInputFiles([text("Brev.txt", "Brevet"), text("Avtale.txt", "Avtalen")]);
  await send.click();
  await expect(page.getByText("Filene ble ikke sendt. Sjekk nettet og prøv igjen")).toBeVisible();
  expect(sent, "not sent again by itself").toBe(1);
  expect(await field.evaluate((input: HTMLInputElement) => input.files!.length), "what was chosen is chosen").toBe(2);
  // A fault of the portal's is said likewise.
  watch.expect(/status of 503/);
  await page.unroute(`**${path}/dokumenter`);
  await page.route(`**${path}/dokumenter`, (route) => (route.request().method() === "POST" ? route.fulfill({ status: 503, body: "" }) : route.continue()));
  await send.click();
  await expect(send).toBeEnabled();
  await expect.poll(() => sent).toBe(2);
  await expect(page.getByText("Filene ble ikke sendt. Sjekk nettet og prøv igjen")).toBeVisible();
  await page.unroute(`**${path}/dokumenter`);
  await send.click();
  await expect(page.getByRole("status").getByText("Dokumentene er lagret")).toBeVisible();
  await expect(page.locator("#dokumenter").getByRole("listitem")).toHaveCount(2);
});
