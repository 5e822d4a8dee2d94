// The big screen: what the market does now, for everyone in the room.
import { $, el, set, reduced } from './dom.js';
import { t } from './choices.js';
import { count, short, yuan, money, percent, ms, msAxis, clock, moment } from './numbers.js';
import { live, onTick } from './live.js';
import { start } from './shell.js';
import { LineChart, Counter, spark, colorOf } from './charts.js';

const columns = { orders: 1, payments: 2, paid: 3, escrow: 4, refunded: 5 };
const windows = [
  [300, '5 min', 1],
  [3600, '1 h', 10],
  [86400, '24 h', 60],
];
const places = {
  'north-west': [1, 1],
  north: [1, 2],
  'north-east': [1, 3],
  'south-west': ['2 / span 2', 1],
  central: [2, 2],
  east: [2, 3],
  south: [3, '2 / span 2'],
  elsewhere: [4, '1 / span 3'],
};
const listed = 16;

const gmv = new Counter($('gmv'), yuan);
const rates = new LineChart($('rates'), {
  label: 'Orders and payments per second over time',
  format: short,
  series: [
    { name: 'Orders', color: 'var(--orders)', fill: true },
    { name: 'Payments', color: 'var(--payments)' },
  ],
});
const race = new LineChart($('rates'), {
  label: 'GMV of the day against a published festival',
  format: value => '¥' + short(value),
  series: [
    { name: 'This run', color: 'var(--gold)', fill: true },
    { name: 'Published', color: '#cdd9f7', dash: true },
  ],
});
const latency = new LineChart($('latency'), {
  label: 'Order latency percentiles',
  format: ms,
  axis: msAxis,
  log: true,
  series: [
    { name: 'p50', color: 'var(--p50)' },
    { name: 'p99', color: 'var(--p99)' },
    { name: 'p99.9', color: 'var(--p999)' },
  ],
});

let view = null;
let chosen = null;
let raceYear;
let page = 0;

function choose() {
  if (chosen === null)
    chosen = live.tick.speed === 0 || live.tick.speed > 120 ? 2 : live.tick.speed > 2 ? 1 : 0;
  if (view === chosen) return;
  view = chosen;
  $('window').replaceChildren(
    ...windows.map(([, text], at) =>
      el(
        'button',
        {
          type: 'button',
          'aria-pressed': String(at === view),
          onclick: () => {
            chosen = at;
            draw(live);
          },
        },
        text,
      ),
    ),
  );
}

function races() {
  if ($('race').options.length === live.races.length + 1) return;
  $('race').replaceChildren(
    el('option', { value: '' }, t('no race')),
    ...live.races.map(one => el('option', { value: one.year }, '11.11.' + one.year)),
  );
  raceYear = '';
  $('race').addEventListener('change', () => {
    raceYear = $('race').value;
    draw(live);
  });
  $('race').hidden = !live.host.midnight;
}

function published(points, seconds) {
  let before = [0, 0];
  for (const point of points) {
    if (point[0] > seconds)
      return before[1] + ((point[1] - before[1]) * (seconds - before[0])) / (point[0] - before[0]);
    before = point;
  }
  return before[1];
}

function scaledRows(step, from) {
  const k = live.factor;
  return live.market
    .rows(step)
    .filter(row => row[0] >= from)
    .map(row => [row[0], row[1] * k, row[2] * k, row[3], row[4], row[5]]);
}

function drawRates(tick) {
  const [span, , step] = windows[view];
  const to = Math.floor((tick.now ?? tick.at) / 1000);
  const midnight = live.host.midnight ? live.host.midnight / 1000 : null;
  const year = live.races.find(one => String(one.year) === raceYear);
  rates.picture.style.display = year ? 'none' : '';
  race.picture.style.display = year ? '' : 'none';
  set(
    $('rates-title'),
    year ? t('GMV of the day against') + ' 11.11.' + year.year : t('Orders and payments per second'),
  );
  if (year && midnight) {
    const base = live.market.rows(60).findLast(row => row[0] < midnight && row[3] !== null)?.[3] ?? 0;
    const rows = live.market
      .rows(span > 300 ? 60 : 10)
      .filter(row => row[0] >= midnight && row[3] !== null)
      .map(row => [row[0], ((row[3] - base) * live.factor) / 100, published(year.points, row[0] - midnight)]);
    race.draw({ rows, from: midnight, to: Math.max(to, midnight + 60), marks: [] });
    race.legend($('rates-legend'));
    return;
  }
  const rows = scaledRows(step, to - span);
  const marks = midnight ? [{ at: midnight, text: '00:00 open' }] : [];
  rates.draw({ rows, from: Math.max(to - span, rows[0]?.[0] ?? to - span), to, marks });
  rates.legend($('rates-legend'));
}

function drawTiles(tick) {
  const k = live.factor,
    totals = tick.totals,
    rate = tick.rates;
  gmv.to(Math.floor(totals.gmvFen * k));
  $('gmv-sub').replaceChildren(
    el('b', {}, money(totals.gmvFen * k)),
    t(' from '),
    el('b', {}, short(totals.paid * k)),
    t(' orders paid, '),
    el('b', {}, percent(totals.placed ? totals.paid / totals.placed : 0)),
    t(' of placed'),
    raceText(tick),
  );
  $('orders').dataset.value = totals.placed;
  $('payments').dataset.value = totals.paid;
  $('escrow').dataset.value = totals.escrowFen ?? '';
  $('refunds').dataset.value = totals.refundedFen;
  set($('orders'), short(rate.orders * k));
  set($('orders-sub'), peak(rate.peakOrders));
  set($('payments'), short(rate.payments * k));
  set($('payments-sub'), peak(rate.peakPayments));
  set($('escrow'), totals.escrowFen === undefined ? '–' : money(totals.escrowFen * k));
  set(
    $('escrow-sub'),
    totals.escrowFen === undefined
      ? ''
      : percent(totals.gmvFen ? totals.escrowFen / totals.gmvFen : 0) + t(' of GMV awaiting receipt'),
  );
  set($('refunds'), money(totals.refundedFen * k));
  set(
    $('refunds-sub'),
    percent(totals.gmvFen ? totals.refundedFen / totals.gmvFen : 0, 2) +
      t(' of GMV') +
      ', ' +
      short(totals.refunds * k),
  );
  const rows = live.market.rows(windows[view][2]).slice(-90);
  spark(
    $('orders-spark'),
    rows.map(row => row[columns.orders]),
    'var(--orders)',
  );
  spark(
    $('payments-spark'),
    rows.map(row => row[columns.payments]),
    'var(--payments)',
  );
  spark(
    $('escrow-spark'),
    rows.map(row => row[columns.escrow]),
    'var(--escrow)',
  );
  spark(
    $('refunds-spark'),
    rows.map(row => row[columns.refunded]),
    'var(--refunds)',
  );
}

function peak([value, at]) {
  return value
    ? `${t('peak')} ${short(value * live.factor)} ${t('at')} ${clock(at * 1000)}`
    : t('peak') + ' –';
}

function raceText(tick) {
  const year = live.races.find(one => one.year === live.raceYear);
  const seconds = live.host.midnight ? (tick.now - live.host.midnight) / 1000 : -1;
  if (!year || seconds < year.points[0][0] || seconds > 86400) return '';
  return ` · 11.11.${year.year}: ¥${short(published(year.points, seconds))}`;
}

function drawRegions(tick) {
  const all = tick.regions,
    most = Math.max(...all.map(one => one[2]), 1);
  if (all.length === 0) {
    $('regions').replaceChildren(
      el('li', { class: 'empty' }, live.tick.totals?.paid ? 'this host knows no regions' : '…'),
    );
    return;
  }
  $('regions').replaceChildren(
    ...all.map(([name, , fen]) => {
      const tile = el(
        'li',
        {},
        el('b', {}, t(name)),
        el('span', {}, money(fen * live.factor)),
        el('small', {}, percent(fen / all.reduce((sum, one) => sum + one[2], 0))),
      );
      const color = colorOf(fen / most);
      tile.style.background = color.back;
      if (color.dark) tile.style.color = '#1a0a05';
      if (places[name]) [tile.style.gridRow, tile.style.gridColumn] = places[name];
      return tile;
    }),
  );
}

function drawCategories(tick) {
  const all = [...tick.categories].sort((a, b) => b[2] - a[2]).slice(0, 10),
    most = all[0]?.[2] ?? 1;
  $('categories').replaceChildren(
    ...all.map(([name, , fen]) => {
      const bar = el('i');
      bar.style.width = percent(fen / most);
      return el(
        'li',
        {},
        el('span', { class: 'name', title: name }, t(name)),
        el('span', { class: 'track' }, bar),
        el('span', { class: 'amount' }, money(fen * live.factor)),
      );
    }),
  );
  if (all.length === 0) $('categories').replaceChildren(el('li', { class: 'empty' }, '…'));
}

export function leftText(one) {
  const few = one.forSale > 0 && one.forSale <= Math.max(16, one.putIn * 0.02);
  return one.forSale === 0
    ? ['out', one.held === 0 ? t('sold out') : t('all held')]
    : few
      ? ['few', `${t('last')} ${count(one.forSale)}`]
      : ['', `${count(one.forSale)} ${t('left')}`];
}

function drawHot(tick) {
  const pages = Math.max(1, Math.ceil(tick.hot.length / listed));
  if (!reduced.matches && tick.seq % 24 === 0) page++;
  const from = (page % pages) * listed,
    shown = tick.hot.slice(from, from + listed);
  set(
    $('hot-sub'),
    tick.hot.length
      ? `${from + 1}–${from + shown.length} / ${tick.hot.length} ${t('by paid value')}, ` +
          `${count(tick.totals.soldOut)} ${t('sold out')}`
      : '',
  );
  $('hot').replaceChildren(
    ...shown.map((one, at) => {
      const share = one.putIn ? one.sold / one.putIn : 0,
        [kind, left] = leftText(one);
      const bar = el('i');
      bar.style.width = percent(share);
      return el(
        'li',
        {},
        el('span', { class: 'no' }, String(from + at + 1)),
        el(
          'span',
          { class: 'line' },
          el('a', { href: '/listings?id=' + one.id, title: one.title }, one.title),
          el('small', {}, yuan(one.priceFen)),
          el('span', { class: 'left ' + kind }, left),
        ),
        el(
          'span',
          { class: 'sell' + (one.forSale === 0 ? ' out' : '') },
          bar,
          el('b', {}, percent(share, 0)),
        ),
      );
    }),
  );
  if (tick.hot.length === 0) $('hot').replaceChildren(el('li', { class: 'empty' }, '…'));
}

function drawLatency() {
  const title = live.host.kind === 'simulate' ? 'Wait from order to payment' : 'Order latency';
  set($('latency-title'), t(title));
  const [span, , step] = windows[view],
    to = Math.floor(live.tick.now / 1000);
  const rows = live.hosts
    .rows(step)
    .filter(row => row[7] >= to - span)
    .map(row => [row[7], row[1], row[2], row[3]]);
  latency.draw({
    rows,
    from: Math.max(to - span, rows[0]?.[0] ?? to - span),
    to,
    marks: live.host.midnight ? [{ at: live.host.midnight / 1000, text: '00:00' }] : [],
    empty: 'no orders yet',
  });
  latency.legend($('latency-legend'));
}

export function checkRow(check, passText) {
  const passed = check.passed;
  return el(
    'li',
    { class: passed ? '' : 'failed', 'data-check': check.name },
    el('span', { class: 'dot' + (passed ? '' : ' bad') }),
    el('span', { class: 'what' }, t(check.name).replaceAll('-', ' ')),
    el('span', { class: 'word' }, passed ? t('pass') : t('FAIL')),
    el('small', {}, passText ?? check.detail),
  );
}

function drawBooks(tick) {
  const rows = tick.checks.map(check => checkRow(check));
  if (tick.audit) {
    const passed = tick.audit.checks.filter(check => check.passed).length;
    rows.push(
      checkRow({
        name: 'full count',
        passed: tick.audit.passed,
        detail:
          `${passed} of ${tick.audit.checks.length} invariants, ` +
          `${moment(tick.audit.at)}, ${ms(tick.audit.tookMs)}`,
      }),
    );
  }
  $('books').replaceChildren(
    ...(rows.length ? rows : [el('li', { class: 'empty' }, 'run the audit from the Audit page')]),
  );
}

function draw({ tick }) {
  if (!tick.totals) return;
  choose();
  races();
  drawTiles(tick);
  drawRates(tick);
  drawRegions(tick);
  drawCategories(tick);
  drawHot(tick);
  drawLatency();
  drawBooks(tick);
}

onTick(draw);
start();
