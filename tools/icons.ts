/**
 * `node tools/icons.ts`: draws the icons of the installed app from icon.svg, for devices that take no SVG. To be run when the
 * drawing changes; what it makes is committed.
 */
import { join } from 'node:path';
import packaged from '@sparticuz/chromium';
import { chromium, type Page } from 'playwright-core';
import { root, textOf } from './tree.ts';

const folder = 'src/app/web/public';
const drawing = textOf(`${folder}/icon.svg`);
/** Systems that cut icons into a shape of their own want ground up to the edge, and nothing that matters near it. */
const uncut = drawing.replace(/ rx="\d+"/, '');
const withRoom = uncut
  .replace('viewBox="0 0 64 64"', 'viewBox="-8 -8 80 80"')
  .replace('<rect width="64" height="64"', '<rect x="-8" y="-8" width="80" height="80"');

async function draw(page: Page, svg: string, size: number, file: string): Promise<void> {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${svg}`);
  await page.screenshot({ path: join(root, folder, file), omitBackground: true });
}

const browser = await chromium.launch({ executablePath: await packaged.executablePath(), args: ['--no-sandbox'] });
const page = await browser.newPage();
await draw(page, uncut, 180, 'icon-180.png');
await draw(page, drawing, 192, 'icon-192.png');
await draw(page, drawing, 512, 'icon-512.png');
await draw(page, withRoom, 512, 'icon-512-maskable.png');
await browser.close();
