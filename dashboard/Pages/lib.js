// The live pages' common part: the stream of numbers, the words, the header, the controls.
import { chinese } from './words.js';

export const $ = id => document.getElementById(id);
const keep = (name, value) => {
  try {
    localStorage.setItem(name, value);
  } catch {
    /* private windows keep nothing */
  }
};
const kept = name => {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
};
const session = name => {
  try {
    return sessionStorage.getItem(name);
  } catch {
    return null;
  }
};
const staleAfterMs = 5000;
const query = new URLSearchParams(location.search);

let language = query.get('lang') ?? kept('language') ?? 'en';
let units = kept('units') ?? (language === 'zh' ? 'wan' : 'kmb');
export const reduced = matchMedia('(prefers-reduced-motion: reduce)');

export const t = text => (language === 'zh' ? (chinese[text] ?? text) : text);

export function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'class') made.className = value;
    else if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false)
      made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children.filter(child => child !== null && child !== undefined));
  return made;
}

export function set(node, text) {
  if (node && node.textContent !== text) node.textContent = text;
}

// ---- numbers ----------------------------------------------------------------------------------------
const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const one = new Intl.NumberFormat('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const two = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

export const count = n => whole.format(Math.floor(n));

export function short(n) {
  const size = Math.abs(n);
  if (units === 'wan') {
    return size >= 1e8
      ? two.format(n / 1e8) + '亿'
      : size >= 1e4
        ? one.format(n / 1e4) + '万'
        : size < 10 && n % 1
          ? one.format(n)
          : whole.format(n);
  }
  return size >= 1e9
    ? two.format(n / 1e9) + 'bn'
    : size >= 1e6
      ? one.format(n / 1e6) + 'm'
      : size >= 1e4
        ? one.format(n / 1e3) + 'k'
        : size < 10 && n % 1
          ? one.format(n)
          : whole.format(n);
}

export const yuan = fen => '¥' + whole.format(Math.floor(fen / 100));
export const money = fen => '¥' + short(fen / 100);
export const exact = fen => '¥' + two.format(fen / 100);
export const percent = (share, digits = 1) => (share * 100).toFixed(digits) + '%';
export const bytes = n => (n >= 1e9 ? one.format(n / 1e9) + ' GB' : whole.format(n / 1e6) + ' MB');

export function ms(n) {
  return n === null || n === undefined
    ? '–'
    : n >= 86.4e6 * 2
      ? one.format(n / 86.4e6) + ' d'
      : n >= 7.2e6
        ? one.format(n / 3.6e6) + ' h'
        : n >= 120e3
          ? one.format(n / 60e3) + ' min'
          : n >= 10e3
            ? one.format(n / 1e3) + ' s'
            : n >= 1e3
              ? two.format(n / 1e3) + ' s'
              : n >= 100
                ? whole.format(n) + ' ms'
                : n >= 1
                  ? one.format(n) + ' ms'
                  : n.toFixed(2) + ' ms';
}

export const msAxis = n =>
  n >= 1e3 ? whole.format(n / 1e3) + ' s' : n >= 1 ? whole.format(n) + ' ms' : n + ' ms';

const china = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const day = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', day: 'numeric', month: 'short' });
export const clock = at => china.format(at);
export const moment = at => day.format(at) + ' ' + china.format(at);

// ---- history: rows by time, merged from hello and ticks ---------------------------------------------
class History {
  constructor() {
    this.steps = new Map();
  }
  take(resolutions) {
    for (const { step, rows } of resolutions) {
      const all = this.steps.get(step) ?? this.steps.set(step, []).get(step);
      for (const row of rows) {
        let at = all.length;
        while (at > 0 && all[at - 1][0] >= row[0]) at--;
        if (at < all.length && all[at][0] === row[0]) all[at] = row;
        else all.splice(at, 0, row);
      }
      if (all.length > 1500) all.splice(0, all.length - 1500);
    }
  }
  rows(step) {
    return this.steps.get(step) ?? [];
  }
}

// ---- the stream -------------------------------------------------------------------------------------
export const live = {
  host: null,
  tick: null,
  races: [],
  raceYear: null,
  market: new History(),
  hosts: new History(),
  factor: 1,
  stale: false,
};
const listeners = [];
let heardAt = 0;

export function onTick(listener) {
  listeners.push(listener);
  if (live.tick) listener(live);
}

const headers = () => (session('key') ? { Authorization: 'Bearer ' + session('key') } : {});

export async function ask(path) {
  const answer = await fetch(path, { headers: headers(), cache: 'no-store' });
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw Object.assign(new Error(problem.title ?? answer.statusText), { status: answer.status });
  }
  return answer.headers.get('Content-Type')?.includes('json') ? answer.json() : answer.text();
}

function hear(name, text) {
  const told = JSON.parse(text);
  if (name === 'hello') {
    live.host = told.host;
    live.races = told.races;
    live.raceYear = told.raceYear ?? null;
    live.factor = 1 / told.host.scale;
    live.market = new History();
    live.hosts = new History();
  }
  const tick = name === 'hello' ? told.tick : told;
  if (name === 'tick' && live.tick && tick.seq > live.tick.seq + 3) reconnect();
  live.tick = tick;
  live.market.take(tick.market);
  live.hosts.take(tick.hostRows);
  heardAt = performance.now();
  header();
  for (const listener of listeners) listener(live);
}

let current = null;
function reconnect() {
  current?.abort();
}

async function listen() {
  for (;;) {
    current = new AbortController();
    try {
      const answer = await fetch('/live', { headers: headers(), cache: 'no-store', signal: current.signal });
      if (answer.status === 401) {
        state('stale', 'a key is needed');
        await askForKey();
        continue;
      }
      if (!answer.ok) throw new Error(answer.statusText);
      await read(answer.body.getReader());
    } catch {
      /* the host is away, or the reader was slow: try again */
    }
    await new Promise(done => setTimeout(done, 1000));
  }
}

async function read(reader) {
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    rest += decoder.decode(value, { stream: true });
    for (let end = rest.indexOf('\n\n'); end >= 0; end = rest.indexOf('\n\n')) {
      const event = rest.slice(0, end);
      rest = rest.slice(end + 2);
      const split = event.indexOf('\ndata: ');
      if (split > 0) hear(event.slice(7, split), event.slice(split + 7));
    }
  }
}

function state(name, text) {
  $('state').dataset.state = name;
  set($('state-text'), text);
  document.documentElement.classList.toggle('stale', name === 'stale');
  live.stale = name === 'stale';
}

setInterval(() => {
  const silent = performance.now() - heardAt;
  if (heardAt > 0 && silent > staleAfterMs) {
    const seconds = count(silent / 1000);
    state('stale', language === 'zh' ? `已 ${seconds} 秒无数据` : `no data for ${seconds} s`);
  }
}, 500);

// ---- the header -------------------------------------------------------------------------------------
function header() {
  const { host, tick } = live;
  const kinds = { simulate: 'Simulated', serve: 'Served', silo: 'Cluster' };
  const speed = tick.speed === 0 ? 'max' : '×' + tick.speed;
  $('mode').replaceChildren(
    t(kinds[host.kind]) +
      (host.scenario ? ' ' + host.scenario : '') +
      (host.scale < 1 ? ` 1:${count(Math.round(1 / host.scale))}` : ''),
    el('b', {}, speed),
  );
  $('seed').hidden = host.seed === undefined;
  $('seed').replaceChildren(t('Seed'), el('b', {}, String(host.seed)));
  state(tick.state, t(tick.state));
  const now = tick.now ?? tick.at;
  set($('clock'), clock(now));
  $('clock').title = moment(now);
}

function words() {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  for (const node of document.querySelectorAll('[data-t]')) set(node, t(node.dataset.t));
  set($('language'), language === 'zh' ? 'English' : '中文');
  $('language').lang = language === 'zh' ? 'en' : 'zh';
  set($('units'), units === 'wan' ? '万 亿' : 'k m bn');
}

function redraw() {
  words();
  if (live.tick) {
    header();
    for (const listener of listeners) listener(live);
  }
}

// ---- asking an operator -----------------------------------------------------------------------------
function dialog({ title, text, name, value = '', type = 'text', ok, needs = true }) {
  const box = $('ask');
  set($('ask-title'), title);
  set($('ask-text'), text);
  set($('ask-ok'), ok);
  set($('ask-name'), name ?? '');
  $('ask-label').hidden = !name;
  $('ask-label').style.display = name ? '' : 'none';
  Object.assign($('ask-input'), { type, value, required: Boolean(name) && needs });
  return new Promise(done => {
    box.addEventListener('close', () => done(box.returnValue === 'ok' ? $('ask-input').value : null), {
      once: true,
    });
    box.returnValue = '';
    box.showModal();
  });
}

export async function askForKey() {
  const key = await dialog({
    title: t('Key'),
    text: 'The API key to watch, or the operator key to act. It stays in this tab.',
    name: t('Key'),
    type: 'password',
    ok: 'OK',
    needs: false,
  });
  if (key === null) return;
  try {
    if (key) sessionStorage.setItem('key', key);
    else sessionStorage.removeItem('key');
  } catch {
    /* no storage */
  }
  await fetch('/live/key', { method: 'POST', headers: headers(), cache: 'no-store' }).catch(() => {
    /* /live tells */
  });
  reconnect();
}

let toastEnds = 0;
export function toast(text, good = false) {
  set($('toast'), text);
  $('toast').className = good ? 'on good' : 'on';
  clearTimeout(toastEnds);
  toastEnds = setTimeout(() => {
    $('toast').className = '';
  }, 6000);
}

// Every act takes two steps: say what, then confirm it (and why, where a trace is kept).
export async function act({ title, text, reason = false, method = 'POST', path, body }) {
  const why = await dialog({ title, text, name: reason ? 'Why' : null, ok: title });
  if (why === null) return false;
  try {
    const answer = await fetch(path, {
      method,
      headers: { 'Content-Type': 'application/json', ...headers() },
      body: JSON.stringify(typeof body === 'function' ? body(why) : (body ?? {})),
    });
    if (answer.ok) {
      toast(title + ': done', true);
      return true;
    }
    const problem = await answer.json().catch(() => ({}));
    toast(`${title}: ${problem.title ?? answer.statusText}`);
    if (answer.status === 401 || answer.status === 403) await askForKey();
  } catch {
    toast(title + ': the host did not answer');
  }
  return false;
}

// ---- start ------------------------------------------------------------------------------------------
function kiosk(on) {
  document.documentElement.classList.toggle('kiosk', on);
  if (on) document.documentElement.requestFullscreen?.().catch(() => {});
  else if (document.fullscreenElement) document.exitFullscreen();
}

export function start() {
  document.querySelector(`[data-nav="${document.body.dataset.page}"]`)?.setAttribute('aria-current', 'page');
  $('units').addEventListener('click', () => {
    units = units === 'wan' ? 'kmb' : 'wan';
    keep('units', units);
    redraw();
  });
  $('language').addEventListener('click', () => {
    language = language === 'zh' ? 'en' : 'zh';
    keep('language', language);
    redraw();
  });
  $('kiosk').addEventListener('click', () => kiosk(!document.documentElement.classList.contains('kiosk')));
  $('key').addEventListener('click', askForKey);
  if (query.has('kiosk')) document.documentElement.classList.add('kiosk');
  words();
  listen();
}
