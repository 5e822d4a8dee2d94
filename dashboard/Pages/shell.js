// What surrounds every page: its header, its words, its buttons.
import { $, el, set } from './dom.js';
import { choice, choose, isChinese, query, t } from './choices.js';
import { clock, count, moment } from './numbers.js';
import { listen, onTick, state, tell } from './live.js';
import { askForKey } from './asking.js';

onTick(header); // before the page's own listeners

function header({ host, tick }) {
  const kinds = { simulate: 'Simulated', season: 'Season', serve: 'Served', silo: 'Cluster' };
  const pace = () =>
    host.kind === 'season' ? (tick.speed / 86400).toFixed(1) + t(' days a second') : '×' + tick.speed;
  const speed = tick.speed === 0 ? 'max' : pace();
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
  document.documentElement.lang = isChinese() ? 'zh-CN' : 'en';
  for (const node of document.querySelectorAll('[data-t]')) set(node, t(node.dataset.t));
  set($('language'), isChinese() ? 'English' : '中文');
  $('language').lang = isChinese() ? 'en' : 'zh';
  set($('units'), choice.units === 'wan' ? '万 亿' : 'k m bn');
}

function redraw() {
  words();
  tell();
}

function kiosk(on) {
  document.documentElement.classList.toggle('kiosk', on);
  if (on) document.documentElement.requestFullscreen?.().catch(() => {});
  else if (document.fullscreenElement) document.exitFullscreen();
}

export function start() {
  document.querySelector(`[data-nav="${document.body.dataset.page}"]`)?.setAttribute('aria-current', 'page');
  $('units').addEventListener('click', () => {
    choose('units', choice.units === 'wan' ? 'kmb' : 'wan');
    redraw();
  });
  $('language').addEventListener('click', () => {
    choose('language', isChinese() ? 'en' : 'zh');
    redraw();
  });
  $('kiosk').addEventListener('click', () => kiosk(!document.documentElement.classList.contains('kiosk')));
  $('key').addEventListener('click', askForKey);
  if (query.has('kiosk')) document.documentElement.classList.add('kiosk');
  words();
  listen(askForKey);
}
