// Season: what grew and fell day by day, who opened and closed, and what each further model measures.
import { $, el, set } from './dom.js';
import { choice, t } from './choices.js';
import { count, date, percent, short } from './numbers.js';
import { ask, onTick } from './live.js';
import { LineChart } from './charts.js';
import { start } from './shell.js';

const everyMs = 1000;
const linesMax = 4;
const colors = ['var(--orders)', 'var(--payments)', 'var(--p999)', 'var(--escrow)'];
const rows = []; // a day each: its number, then the values of the columns
let season = null;
let asking = false;
let askedAt = -everyMs; // the first tick asks
let further = null;
let madeIn = null; // the language of their headings

const yuan = value => (value < 0 ? '−¥' : '¥') + short(Math.abs(value));
const mark = format => value => format(value).replace(/\.0+(?=\D|$)/, ''); // a tick is round
const secondOf = day => Date.parse(season.startsOn + 'T00:00:00+08:00') / 1000 + day * 86400;
const placeOf = name => 1 + season.columns.findIndex(one => one.name === name);
const marks = () => [{ at: secondOf(season.warmUpDays), text: t('measured from here on') }];

// Festivals stand far above other days: where they do the axis is logarithmic.
function chart(host, label, format, names, { min, log } = {}) {
  const series = names.map(([, name], at) => ({ name, color: colors[at], fill: at === 0 && !log }));
  const made = new LineChart($(host), { label, format, axis: mark(format), series, min, log });
  return () => {
    if ($(host + '-legend')) made.legend($(host + '-legend'));
    made.draw({
      rows: rows.map(row => [secondOf(row[0]), ...names.map(([column]) => row[placeOf(column)])]),
      marks: marks(),
    });
  };
}

const charts = [
  chart(
    'orders',
    'Orders a day',
    short,
    [
      ['orders_placed', 'placed'],
      ['orders_paid', 'paid'],
    ],
    { log: true },
  ),
  chart(
    'gmv',
    'GMV a day',
    yuan,
    [
      ['gmv_yuan', 'paid'],
      ['refunded_yuan', 'given back'],
    ],
    { log: true },
  ),
  chart('stores', 'Open stores', count, [['stores', 'Open stores']]),
];

const turnover = new LineChart($('turnover'), {
  label: 'Stores that open and close, a week',
  format: count,
  series: [
    { name: 'opened', color: colors[0] },
    { name: 'closed', color: colors[2] },
  ],
});

// Whole weeks from the first day on, so that the last one does not fall for want of days.
function drawTurnover() {
  const [opened, closed] = [placeOf('openings'), placeOf('exits')];
  const weeks = [];
  for (let at = 0; at + 7 <= rows.length; at += 7) {
    const week = rows.slice(at, at + 7);
    const sum = place => week.reduce((all, row) => all + row[place], 0);
    weeks.push([secondOf(week[6][0]), sum(opened), sum(closed)]);
  }
  turnover.legend($('turnover-legend'));
  turnover.draw({ rows: weeks, marks: marks() });
}

const tile = (name, value, beside) =>
  el(
    'div',
    { class: 'tile' },
    el('h2', {}, t(name)),
    el('span', { class: 'big' }, value),
    el('span', { class: 'sub' }, beside),
  );

function drawFigures() {
  const sum = name => rows.reduce((all, row) => all + row[placeOf(name)], 0);
  const last = rows.at(-1);
  const day = last ? last[0] + 1 : 0;
  const phase = season.isOver ? 'over' : day <= season.warmUpDays ? 'warm-up' : 'measured';
  $('kpis').replaceChildren(
    tile(
      'Day',
      `${count(day)} / ${count(season.daysInAll)}`,
      `${last ? date(secondOf(last[0]) * 1000) : '–'} · ${t(phase)}`,
    ),
    tile('Orders', short(sum('orders_placed')), `${short(sum('orders_paid'))} ${t('paid')}`),
    tile('GMV', yuan(sum('gmv_yuan')), `${yuan(sum('refunded_yuan'))} ${t('given back')}`),
    tile('Stores', last ? count(last[placeOf('stores')]) : '–', `${count(season.sellers)} ${t('sellers')}`),
    tile('Openings', count(sum('openings')), `${count(sum('exits'))} ${t('closed')}`),
    tile('Gini of GMV', season.gini.toFixed(2), t('0 equal, 1 all to one')),
    tile('Top 10 % of stores', percent(season.top10PercentShare), t('of GMV')),
  );
}

const shapeRow = (name, value) => el('tr', {}, el('td', {}, t(name)), el('td', { class: 'n' }, value));

function drawShape() {
  $('shape').tBodies[0].replaceChildren(
    shapeRow('Top 1 % of stores', percent(season.top1PercentShare)),
    shapeRow('Top 10 % of stores', percent(season.top10PercentShare)),
    ...season.classes.map(one =>
      shapeRow(one.name.replaceAll('-', ' '), `${count(one.stores)} · ${percent(one.share)}`),
    ),
  );
}

// One panel for each model that is on beside the base, with its first measures in one unit each.
function makeModels() {
  const models = Map.groupBy(
    season.columns.filter(one => one.model !== 'base'),
    one => one.model,
  );
  const made = [];
  $('models').replaceChildren();
  for (const [model, all] of models) {
    for (const [unit, measures] of Map.groupBy(all, one => one.unit)) {
      const shown = measures.slice(0, linesMax);
      const host = `model-${model}-${unit.replaceAll(/\W/g, '')}`;
      $('models').append(
        el(
          'section',
          { class: 'panel' },
          el(
            'header',
            {},
            el('h2', {}, `${t(model)}: ${t(unit)}`),
            el('span', { class: 'legend', id: host + '-legend' }),
          ),
          el('div', { class: 'chart', id: host }),
        ),
      );
      const format = unit === 'yuan' ? yuan : unit === 'share' ? value => percent(value) : short;
      made.push(
        chart(
          host,
          `${t(model)}: ${t(unit)}`,
          format,
          shown.map(one => [one.name, one.name.replaceAll('_', ' ')]),
          { min: unit === 'share' ? 0.01 : 1 },
        ),
      );
    }
  }
  return made;
}

function draw() {
  $('none').hidden = season !== null;
  $('season').hidden = season === null;
  if (season === null) {
    set($('none'), t('This host plays no season: «flashsale season --watch» does.'));
    return;
  }
  if (madeIn !== choice.language) {
    madeIn = choice.language;
    further = makeModels();
  }
  drawFigures();
  drawShape();
  for (const one of [...charts, ...further]) one();
  drawTurnover();
}

async function look() {
  if (asking || performance.now() - askedAt < everyMs) return;
  asking = true;
  try {
    const told = await ask('/live/season?from=' + rows.length);
    season = told.season;
    rows.push(...(season?.rows ?? []).filter(row => row[0] >= rows.length));
    askedAt = performance.now();
    draw();
  } catch {
    /* the host is away or busy: the next tick asks again */
  } finally {
    asking = false;
  }
}

onTick(() => {
  if (season) draw(); // the language or the units may be others
  look();
});
start();
