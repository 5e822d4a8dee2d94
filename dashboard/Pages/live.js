// The stream of numbers: what the host tells, who listens, and questions beside it.
import { $, set } from './dom.js';
import { isChinese } from './choices.js';
import { count } from './numbers.js';
import { History } from './history.js';

const staleAfterMs = 5000;
const session = name => {
  try {
    return sessionStorage.getItem(name);
  } catch {
    return null;
  }
};

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

// Tells all who listen how things stand.
export function tell() {
  for (const listener of live.tick ? listeners : []) listener(live);
}

// A market that has been quiet for a day is over: all of it is shown then.
export function isOver() {
  const day = live.market.rows(60);
  const since = (live.tick.now ?? live.tick.at) / 1000 - 86400;
  return (
    live.tick.totals.placed > 0 && day.length > 0 && !day.some(row => row[0] >= since && row[1] + row[2] > 0)
  );
}

// A silo's name ends in its start, which tells it from one that was there before; people read the rest.
export const shortName = name => name.split('@')[0];

export const headers = () => (session('key') ? { Authorization: 'Bearer ' + session('key') } : {});

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
  tell();
}

let current = null;
export function reconnect() {
  current?.abort();
}

export async function listen(askForKey) {
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

export function state(name, text) {
  $('state').dataset.state = name;
  set($('state-text'), text);
  document.documentElement.classList.toggle('stale', name === 'stale');
  live.stale = name === 'stale';
}

setInterval(() => {
  const silent = performance.now() - heardAt;
  if (heardAt > 0 && silent > staleAfterMs) {
    const seconds = count(silent / 1000);
    state('stale', isChinese() ? `已 ${seconds} 秒无数据` : `no data for ${seconds} s`);
  }
}, 500);
