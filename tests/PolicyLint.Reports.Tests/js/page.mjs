// Opens the HTML report as a person would, and gives what was seen as JSON.
import { chromium } from "playwright-core";
import { pathToFileURL } from "node:url";

const [file, executablePath] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const page = await browser.newPage({ colorScheme: "light", viewport: { width: 1280, height: 1000 } });
const address = pathToFileURL(file).href;
const seen = { errors: [], requests: [] };
page.on("pageerror", (error) => seen.errors.push(error.message));
page.on("console", (message) => { if (["error", "warning"].includes(message.type())) seen.errors.push(message.text()); });
page.on("request", (request) => { if (request.url() !== address && !request.url().startsWith("data:")) seen.requests.push(request.url()); });
await page.goto(address);

const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.textContent);
seen.light = await ground();

// The keyboard.
await page.keyboard.press("Tab");
seen.firstStop = await focused();
await page.keyboard.press("Enter");
seen.afterSkip = await focused();
seen.steps = [];
await page.evaluate(() => { document.activeElement.blur(); scrollTo({ top: 0, behavior: "instant" }); });
for (const key of ["j", "j", "k"]) {
  await page.keyboard.press(key);
  seen.steps.push(await focused());
}
await page.keyboard.press("/");
seen.slash = await focused();
await page.keyboard.type("zzz");
await page.keyboard.press("Escape");
seen.afterEscape = await page.inputValue("#text");
await page.evaluate(() => { document.activeElement.blur(); scrollTo({ top: 0, behavior: "instant" }); });
seen.unreachable = await page.evaluate(() => [...document.querySelectorAll("a[href], button, input, select, summary")]
  .filter((element) => element.checkVisibility()).filter((element) => { element.focus(); return document.activeElement !== element || element.tabIndex < 0; })
  .map((element) => element.outerHTML.slice(0, 80)));

// The filter.
const status = () => page.textContent("#shown");
const visible = (test) => page.$$eval("article.finding:not([hidden])", (articles, code) => ({ shown: articles.length, matching: articles.every(new Function("article", `return ${code}`)) }), test);
seen.all = await status();
seen.total = (await page.$$("article.finding")).length;
await page.fill("#text", "PassRole");
seen.byText = { ...await visible("/passrole/i.test(article.textContent)"), status: await status() };
await page.fill("#text", "");
const rule = await page.$eval("#rule option:nth-child(2)", (option) => option.value);
await page.selectOption("#rule", rule);
seen.byRule = await visible(`article.dataset.rule === ${JSON.stringify(rule)}`);
await page.selectOption("#rule", "");
await page.uncheck("input[value=error]");
seen.bySeverity = await visible("article.dataset.severity !== 'error'");
await page.check("input[value=error]");
await page.fill("#text", "no such words anywhere");
seen.byNonsense = { ...await visible("true"), nothing: await page.isVisible("#nothing") };
await page.fill("#text", "");

// What must stay text.
await page.$$eval("details", (all) => all.forEach((details) => { details.open = true; }));
await page.mouse.move(400, 400);
Object.assign(seen, await page.evaluate(() => ({
  pwned: window.pwned !== undefined,
  scripts: document.scripts.length,
  images: document.images.length,
  handlers: [...document.querySelectorAll("*")].flatMap((element) => element.getAttributeNames().filter((name) => name.startsWith("on") || name === "style")),
  hostileHeading: [...document.querySelectorAll("section.policy h3")][1].textContent,
  hostileSource: [...document.querySelectorAll("section.policy")][1].querySelector("details pre.source").textContent,
  landmarks: [...document.body.children].map((element) => element.localName).filter((name) => ["header", "main", "footer"].includes(name)),
  headings: [...document.querySelectorAll("h1, h2, h3, h4")].map((heading) => +heading.localName[1]),
})));

// Light, dark, narrow; the pictures are for people to look at.
await page.screenshot({ path: `${file}.light.png`, fullPage: true });
await page.emulateMedia({ colorScheme: "dark" });
seen.dark = await ground();
await page.screenshot({ path: `${file}.dark.png`, fullPage: true });
await page.click("#theme");
seen.toggled = await ground();
await page.setViewportSize({ width: 390, height: 800 });
seen.overflow = await page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));
await page.screenshot({ path: `${file}.narrow.png` });
await browser.close();
process.stdout.write(JSON.stringify(seen));
