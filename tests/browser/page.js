// What a visitor does with the search page, in a real Chromium. Run by run.sh, which starts the server:
// PAGE (its address), FOREIGN (a free port for another site), SHOTS (a folder), CHROMIUM (the program).
'use strict';
const assert = require('node:assert');
const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');
const { chromium } = require('playwright-core');
const { HtmlValidate } = require('html-validate');
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const { PAGE, FOREIGN, SHOTS, CHROMIUM } = process.env;
const phone = { width: 360, height: 740 };
const desk = { width: 1180, height: 900 };

let browser;
const elsewhere = new Set(); // requests to other hosts than the page's
const complaints = [];       // of the browser's console

async function visit(options = {}) {
    const context = await browser.newContext({ viewport: desk, locale: 'fr-FR', ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(5000);
    page.on('request', request => {
        if (new URL(request.url()).host !== new URL(PAGE).host && !request.url().includes(FOREIGN))
            elsewhere.add(request.url());
    });
    page.on('console', message => {
        if (message.type() === 'error')
            complaints.push(`${page.url()}: ${message.text()}`);
    });
    return page;
}

async function search(page, query) {
    await page.goto(PAGE);
    await page.fill('#q', query);
    await page.press('#q', 'Enter');
    await page.waitForSelector('.total');
}

const total = async page => Number((await page.textContent('.total strong')).replace(/\D/g, ''));
const param = (page, name) => new URL(page.url()).searchParams.get(name);

const tests = {
    async 'a search finds, marks the words and names the speakers'() {
        const page = await visit();
        await search(page, 'eau');
        assert(await total(page) > 1);
        assert((await page.locator('.said mark').first().textContent()).toLowerCase().startsWith('eau'));
        assert(await page.locator('.who .name').count() > 0);
        assert.equal(await page.title(), 'eau – Comptes rendus');
    },
    async 'a speaker filters, as a chip that can be removed'() {
        const page = await visit();
        await search(page, 'eau');
        const before = await total(page);
        const link = page.locator('aside section', { hasText: 'Intervenant' }).locator('a').first();
        const name = await link.textContent();
        await link.click();
        await page.waitForSelector('.chips');
        assert.equal(param(page, 'speaker'), name);
        assert(await total(page) < before);
        await page.locator('.chips a').first().click();
        await page.waitForSelector('.total');
        assert.equal(await total(page), before);
        assert.equal(await page.locator('.chips').count(), 0);
    },
    async 'the timeline filters by clicking a year, and again takes it back'() {
        const page = await visit();
        await search(page, 'eau');
        const before = await total(page);
        await page.locator('.timeline a').last().click();
        await page.waitForSelector('.chips');
        assert.match(param(page, 'year'), /^\d{4}$/);
        assert(await total(page) < before);
        await page.locator('.timeline a[aria-current], aside [aria-current]').first().click();
        await page.waitForSelector('.total');
        assert.equal(await total(page), before);
    },
    async 'the reading page: matches lead on, names lead to searches, the reference can be taken'() {
        const page = await visit();
        await search(page, 'eau');
        await page.locator('.actions a').first().click();
        await page.waitForSelector('.report');
        assert(await page.locator('mark').count() > 1);
        await page.locator('.matches a', { hasText: 'Premier' }).click();
        assert(page.url().endsWith('#m1'));
        await page.locator('#m1 a').click();
        assert(page.url().endsWith('#m2'));
        assert(await page.locator('#m2').evaluate(mark => mark.matches(':target')));
        const last = page.locator('mark').last();
        assert.equal(await last.locator('a').getAttribute('href'), '#m1');
        assert(await page.locator('.matches').evaluate(bar => Math.round(bar.getBoundingClientRect().top) === 0));
        assert(await page.locator('.go').count() > 0);
        const row = page.locator('aside tbody tr').first();
        assert.match(await row.locator('td').textContent(), /^\d+$/);
        await row.locator('a').click();
        assert.match(page.url(), /#p\d+$/);
        const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'RIS' }).click()]);
        assert.match(fs.readFileSync(await file.path(), 'utf8'), /^TY  - CPAPER\r\n[^]*ER  - /);
        await page.locator('a.named[href*="speaker="]').first().click();
        await page.waitForSelector('.total');
        assert(await total(page) > 0);
        await page.goBack();
        await page.locator('a.named[href*="period"]').first().click();
        await page.waitForSelector('.total');
        assert(await total(page) > 0);
    },
    async 'the other language keeps the search'() {
        const page = await visit();
        await search(page, 'eau');
        await page.click('.other-language');
        await page.waitForSelector('html[lang=en]');
        assert.equal(param(page, 'q'), 'eau');
        assert.match(await page.textContent('button'), /Search/);
        const english = await visit({ locale: 'en-GB' });
        await english.goto(PAGE);
        assert.equal(await english.getAttribute('html', 'lang'), 'en');
    },
    async 'names and places of a hit lead to all of theirs; a heading that is the title is not said twice'() {
        const page = await visit();
        await page.goto(PAGE);
        for (const hit of await page.locator('article').all())
            for (const heading of await hit.locator('.heading').allTextContents())
                assert.notEqual(heading, await hit.locator('h2').textContent());
        await search(page, 'eau');
        const name = await page.locator('.speakers a').first().textContent();
        await page.locator('.speakers a').first().click();
        await page.waitForSelector('.chips');
        assert.equal(param(page, 'speaker'), name);
        await page.locator('.about a').first().click();
        await page.waitForSelector('.chips');
        assert(param(page, 'place'));
        assert.equal(param(page, 'speaker'), null);
        assert(await total(page) > 0);
    },
    async 'a phone has a link to the filters below, a desk needs none'() {
        const page = await visit({ viewport: phone });
        await search(page, 'eau');
        await page.click('.to-filters');
        assert(await page.locator('#filters h2').evaluate(h => h.getBoundingClientRect().top < innerHeight));
        const wide = await visit();
        await search(wide, 'eau');
        assert.equal(await wide.locator('.to-filters').isVisible(), false);
    },
    async 'nothing sticks out on a phone'() {
        const page = await visit({ viewport: phone, hasTouch: true });
        await search(page, 'eau');
        const doc = await page.locator('.actions a').first().getAttribute('href');
        for (const query of ['', '?q=eau', doc, '?q=zzqxv', '?q=date:nonsense', `?q=${'x'.repeat(300)}`]) {
            await page.goto(PAGE + query);
            const wide = await page.evaluate(() => document.scrollingElement.scrollWidth - window.innerWidth);
            assert(wide <= 0, `${query} is ${wide} pixels too wide`);
        }
    },
    async 'the keyboard is enough'() {
        const page = await visit();
        await page.goto(`${PAGE}?ui=fr&q=logement`);
        await page.keyboard.press('Tab');
        assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
        for (let i = 0; i < 6 && await page.evaluate(() => document.activeElement.id) !== 'q'; i++)
            await page.keyboard.press('Tab');
        await page.keyboard.press('Control+A');
        await page.keyboard.type('eau');
        await page.keyboard.press('Enter');
        await page.waitForURL(/q=eau/);
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter'); // the skip link
        for (let i = 0; i < 40; i++) {
            await page.keyboard.press('Tab');
            if (await page.evaluate(() => document.activeElement.matches('.actions a')))
                break;
        }
        await page.keyboard.press('Enter');
        await page.waitForSelector('.report');
    },
    async 'no JavaScript is needed'() {
        const page = await visit({ javaScriptEnabled: false });
        await search(page, 'eau');
        await page.locator('aside a').nth(3).click();
        await page.waitForSelector('.chips');
        assert.equal(await page.locator('script').count(), 0);
    },
    async 'a misspelt word is put right, a wrong query explained, nothing found helped with'() {
        const page = await visit();
        await page.goto(`${PAGE}?q=coopperation`);
        assert.match(await page.textContent('main'), /coop[ée]ration/);
        await page.goto(`${PAGE}?q=date:nonsense`);
        assert.equal(await page.locator('.error .query mark').textContent(), 'nonsense');
        await page.goto(`${PAGE}?q=zzqxv`);
        assert.equal(await page.locator('.nothing .help[open]').count(), 1);
    },
    async 'a plain form on another site leads here'() {
        const page = await visit();
        await page.goto(`http://localhost:${FOREIGN}/form`);
        await page.fill('input', 'coopération');
        await page.press('input', 'Enter');
        await page.waitForSelector('.total');
        assert.equal(param(page, 'q'), 'coopération');
        assert(await total(page) > 0);
    },
    async 'the API answers the pages of friends, and of nobody else'() {
        const ask = address => fetch(address).then(answer => answer.json(), error => String(error));
        const friend = await visit();
        await friend.goto(`http://127.0.0.1:${FOREIGN}/`);
        assert((await friend.evaluate(ask, `${PAGE}?q=eau&format=json`)).total > 0);
        const other = await visit();
        await other.goto(`http://localhost:${FOREIGN}/`);
        assert.match(await other.evaluate(ask, `${PAGE}?q=eau&format=json`), /Failed to fetch/);
        complaints.length = 0; // the refusal is one
    },
    async 'axe-core finds nothing, in light and dark, on desk and phone'() {
        const start = await visit();
        await search(start, 'eau');
        const doc = await start.locator('.actions a').first().getAttribute('href');
        for (const colorScheme of ['light', 'dark'])
            for (const viewport of [desk, phone]) {
                const page = await visit({ colorScheme, viewport, bypassCSP: true });
                for (const query of ['', '?q=eau', '?q=eau&unit=passage&year=2018', doc, '?q=zzqxv', '?q=date:nonsense']) {
                    await page.goto(PAGE + query);
                    await page.evaluate(axe);
                    const { violations } = await page.evaluate(() => window.axe.run());
                    const found = violations.map(v => `${v.id}: ${v.nodes.map(n => n.html).slice(0, 3).join(' ')}`);
                    assert.deepEqual(found, [], `${colorScheme} ${viewport.width} ${query}`);
                }
            }
        complaints.length = 0; // of the two error pages
    },
    async 'the HTML is valid'() {
        const validator = new HtmlValidate({ extends: ['html-validate:standard'], rules: {
            'doctype-style': 'off', 'long-title': 'off', 'no-trailing-whitespace': 'off',
            'text-content': 'off', 'prefer-native-element': 'off' } });
        const first = await (await fetch(`${PAGE}?q=eau&format=json`)).json();
        for (const query of ['', '?q=eau', '?q=eau&unit=passage', `?doc=${first.hits[0].id}&q=eau`, '?q=zzqxv',
            '?q=date:nonsense', '?doc=none', '?q=%3Cb%3E%22%27%26']) {
            const text = await (await fetch(PAGE + query)).text();
            const { results } = await validator.validateString(text);
            const found = results.flatMap(r => r.messages.map(m => `${m.ruleId}: ${m.message} (${m.selector})`));
            assert.deepEqual(found, [], query);
            assert(text.length < 40960 || query.startsWith('?doc'), `${query} weighs ${text.length} bytes`);
        }
    },
    async 'screenshots'() {
        const shot = async (name, address, options, act) => {
            const page = await visit(options);
            await page.goto(PAGE + address);
            if (act)
                await act(page);
            await page.screenshot({ path: path.join(SHOTS, `${name}.png`) });
        };
        const query = '?q=v%C3%A9lo';
        const first = await (await fetch(`${PAGE}${query}&format=json`)).json();
        await shot('screenshot', query);
        await shot('screenshot-home', '');
        await shot('screenshot-phone', '?q=eau', { viewport: phone, deviceScaleFactor: 2 });
        await shot('screenshot-dark', '?q=eau&unit=passage', { colorScheme: 'dark' });
        await shot('screenshot-reading', `?doc=${first.hits[0].id}&q=v%C3%A9lo`);
        await shot('screenshot-error', '?q=eau+date:nonsense');
        complaints.length = 0; // of the error page
    },
    'nothing was asked of another host, and the browser had no complaint'() {
        assert.deepEqual([...elsewhere], []);
        assert.deepEqual(complaints.filter(text => !/status of 4\d\d|favicon/.test(text)), []);
    },
};

async function main() {
    const site = http.createServer((request, response) => {
        response.setHeader('Content-Type', 'text/html; charset=utf-8');
        response.end(`<!doctype html><html lang="fr"><title>Un autre site</title><form action="${PAGE}">
            <input type="search" name="q" aria-label="Chercher"> <button>Chercher</button></form>`);
    }).listen(Number(FOREIGN));
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
    let passed = 0, failed = 0;
    for (const [name, run] of Object.entries(tests)) {
        try {
            await run();
            passed++;
        } catch (error) {
            failed++;
            console.error(`browser: ${name}: ${error.message}`);
        }
        for (const context of browser.contexts())
            await context.close();
    }
    await browser.close();
    site.close();
    console.log(`browser: ${passed} passed, ${failed} failed`);
    process.exitCode = failed ? 1 : 0;
}

main();
