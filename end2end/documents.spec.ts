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
