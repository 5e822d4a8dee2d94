// Orders and payments a second, the race with a published festival, and latencies, over a chosen time.
import { $, el, set } from './dom.js';
import { t } from './choices.js';
import { short, ms, msAxis } from './numbers.js';
import { isOver, live, tell } from './live.js';
import { LineChart } from './charts.js';

const windows = [
  [300, '5 min', 1],
  [3600, '1 h', 10],
  [86400, '24 h', 60],
  [45 * 86400, 'all', 3600],
];

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

// The length of a row in the chosen window.
export const stepShown = () => windows[view][2];

function ofSpeed(speed) {
  return isOver() ? 3 : speed === 0 || speed > 120 ? 2 : speed > 2 ? 1 : 0;
}

// Shows which window is chosen; without a choice, that of the market's speed.
export function chooseWindow() {
  const wanted = chosen ?? ofSpeed(live.tick.speed);
  if (view === wanted) return;
  view = wanted;
  $('window').replaceChildren(
    ...windows.map(([, text], at) =>
      el(
        'button',
        {
          type: 'button',
          'aria-pressed': String(at === view),
          onclick: () => {
            chosen = at;
            tell();
          },
        },
        t(text),
      ),
    ),
  );
}

export function offerRaces() {
  if ($('race').options.length === live.races.length + 1) return;
  $('race').replaceChildren(
    el('option', { value: '' }, t('no race')),
    ...live.races.map(one => el('option', { value: one.year }, '11.11.' + one.year)),
  );
  raceYear = '';
  $('race').addEventListener('change', () => {
    raceYear = $('race').value;
    tell();
  });
  $('race').hidden = !live.host.midnight;
}

export function published(points, seconds) {
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

export function drawRates(tick) {
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

export function drawLatency() {
  const title = live.host.kind === 'simulate' ? 'Wait from order to payment' : 'Order latency';
  set($('latency-title'), t(title));
  const [span, , step] = windows[view],
    to = Math.floor(live.tick.now / 1000);
  const rows = live.hosts
    .rows(Math.min(step, 60))
    .filter(row => row[7] >= to - span)
    .map(row => [row[7], row[1], row[2], row[3]]);
  latency.draw({
    rows,
    from: Math.max(to - span, rows[0]?.[0] ?? to - span),
    to,
    marks: live.host.midnight ? [{ at: live.host.midnight / 1000, text: '00:00' }] : [],
    empty: t('no orders in this time'),
  });
  latency.legend($('latency-legend'));
}
