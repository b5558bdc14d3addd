'use strict';
// The page in a headless browser, in both languages, wide and narrow: pick a company with the
// keyboard, read amount, source, distance and holder, move a slider, put it back.
// usage: node page_test.js URL TOKEN [FILE for the screenshot]
const assert = require('assert');
const {chromium} = require('playwright-core');
const [url, token, picture] = process.argv.slice(2);

const TEXTS = {
  zh: {gets: '现在可得', basis: '依据', short: /还差|超出/, missing: '缺少', differ: '金额变化', other: 'English'},
  en: {gets: 'Available now', basis: 'Basis', short: /Short by|Over by/, missing: 'Missing', differ: 'Amount changes', other: '中文'},
};

async function walk(browser, language, width, height) {
  const context = await browser.newContext({viewport: {width, height}, locale: language === 'zh' ? 'zh-CN' : 'en-US'});
  const page = await context.newPage(), texts = TEXTS[language], trouble = [];
  page.on('pageerror', one => trouble.push(one.message));
  page.on('console', one => { if (one.type() === 'error') trouble.push(one.text()); });
  page.on('request', one => { if (!one.url().startsWith(url)) trouble.push('leaves the service: ' + one.url()); });
  await page.goto(`${url}/#day=2023-12-31&lang=${language}&token=${token}`);
  await page.waitForSelector('[data-uscc="91320412MA1XG7F27G"]');
  assert(!page.url().includes(token), 'the token stays in the address');
  await page.fill('#search', '云雀');
  await page.waitForFunction(() => document.querySelectorAll('#companies button').length === 1);
  await page.focus('#companies button');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#eligible .amount');
  const text = async id => page.textContent(id);
  assert((await text('.hero')).includes(texts.gets));
  assert((await text('#eligible')).includes('3,800,000'), 'no amount');
  assert((await text('#eligible')).includes('常政规〔2023〕4号') && (await text('#eligible')).includes(texts.basis), 'no document');
  assert(texts.short.test(await text('#ineligible')), 'no distance');
  assert((await text('#undetermined')).includes(texts.missing), 'nothing missing');
  assert(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'wider than the screen');
  await page.focus('#ineligible .reach');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#ineligible .moves li');
  const before = await text('#total');
  await page.focus('#lever_rnd');
  for (let step = 0; step < 8; ++step) await page.keyboard.press('ArrowRight');
  await page.waitForSelector('#changes .differ');
  assert((await text('#changes')).includes(texts.differ));
  assert.notStrictEqual(await text('#total'), before, 'the sum stays');
  if (picture && language === 'zh' && width > 1000) {
    await page.evaluate(() => scrollTo(0, 0));
    await page.screenshot({path: picture});
  }
  await page.click('#reset');
  await page.waitForFunction(sum => document.getElementById('total').textContent === sum, before);
  await page.click('#language');
  assert.strictEqual(await text('#language'), TEXTS[language === 'zh' ? 'en' : 'zh'].other);
  const named = await page.evaluate(() => [...document.querySelectorAll('input, button')].filter(one => one.offsetParent && !one.labels?.length && !one.textContent.trim()).length);
  assert.strictEqual(named, 0, 'a control without a name');
  assert.deepStrictEqual(trouble, []);
  await context.close();
}

(async () => {
  const browser = await chromium.launch({executablePath: process.env.SUDUI_CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox']});
  for (const language of ['zh', 'en']) {
    await walk(browser, language, 1280, 900);
    await walk(browser, language, 390, 844);
  }
  await browser.close();
  console.log('page: both languages, both widths');
})().catch(bad => { console.error(bad); process.exit(1); });
