// Operations: hosts, operations and alerts; what an operator can do about them is in controls.js.
import { $, el, set } from './dom.js';
import { t } from './choices.js';
import { count, short, yuan, money, percent, bytes, ms, msAxis, clock } from './numbers.js';
import { isOver, live, onTick, shortName } from './live.js';
import { start } from './shell.js';
import { LineChart } from './charts.js';
import { drawControls, drawSwitches } from './controls.js';
import { drawPolicy } from './policy.js';
import { drawStudies } from './studies.js';

const series = (name, color, more = {}) => ({ name, color, ...more });
const charts = {
  throughput: new LineChart($('throughput'), {
    label: 'Orders and payments per second',
    format: short,
    series: [series('Orders', 'var(--orders)', { fill: true }), series('Payments', 'var(--payments)')],
  }),
  latency: new LineChart($('lat'), {
    label: 'Order latency',
    format: ms,
    axis: msAxis,
    log: true,
    series: [series('p50', 'var(--p50)'), series('p99', 'var(--p99)'), series('p99.9', 'var(--p999)')],
  }),
  cpu: new LineChart($('cpu'), {
    label: 'CPU',
    format: value => value.toFixed(0) + '%',
    series: [series('CPU', 'var(--cpu)', { fill: true })],
  }),
  queue: new LineChart($('queue'), {
    label: 'Queue and write latency',
    format: short,
    min: 4,
    series: [series('Queue', 'var(--escrow)', { fill: true }), series('Write ms p99', 'var(--payments)')],
  }),
};
charts.cpu.ceiling = 100;

function kpi(name, value, sub) {
  return el(
    'section',
    { class: 'tile' },
    el('h2', {}, t(name)),
    el('p', { class: 'big' }, value),
    el('p', { class: 'sub' }, sub),
  );
}

function drawKpis(tick) {
  const k = live.factor,
    { totals, rates } = tick;
  const errors = tick.hosts.reduce((sum, host) => sum + (host.errors ?? 0), 0),
    shed = tick.hosts.reduce((sum, host) => sum + (host.shed ?? 0), 0);
  const all = [...tick.checks, ...(tick.audit?.checks ?? [])];
  $('kpis').replaceChildren(
    kpi(
      'State',
      t(tick.state).toUpperCase(),
      `${shortName(live.host.name)} ${tick.speed === 0 ? 'max' : '×' + tick.speed}`,
    ),
    kpi('Paid GMV', money(totals.gmvFen * k), `${short(totals.paid * k)} payments`),
    kpi('Orders / s', short(rates.orders * k), `${t('peak')} ${short(rates.peakOrders[0] * k)}`),
    kpi('Payments / s', short(rates.payments * k), `${t('peak')} ${short(rates.peakPayments[0] * k)}`),
    kpi('Waiting', short(totals.alive * k), 'orders not ended'),
    kpi(
      'Order p99',
      tick.latency ? ms(tick.latency[1]) : '–',
      tick.latency ? `p99.9 ${ms(tick.latency[2])}` : '',
    ),
    kpi('Shed/s', short(shed), `${short(errors)} errors/s`),
    kpi(
      'Audit',
      `${all.filter(check => check.passed).length} / ${all.length} ${t('pass')}`,
      tick.audit ? `full count ${clock(tick.audit.at)}` : `${tick.viewers} viewers`,
    ),
  );
}

function rows(step, from, columns) {
  return live.market
    .rows(step)
    .filter(row => row[0] >= from)
    .map(row => [row[0], ...columns.map(at => (row[at] === null ? null : row[at] * live.factor))]);
}

function drawCharts(tick) {
  const fast = tick.speed === 0 || tick.speed > 120,
    span = isOver() ? 45 * 86400 : fast ? 86400 : tick.speed > 2 ? 3600 : 300,
    step = span > 86400 ? 3600 : span > 3600 ? 60 : span > 300 ? 10 : 1;
  const to = Math.floor((tick.now ?? tick.at) / 1000),
    marks = live.host.midnight ? [{ at: live.host.midnight / 1000, text: '00:00' }] : [];
  const market = rows(step, to - span, [1, 2]);
  charts.throughput.draw({ rows: market, to, from: Math.max(to - span, market[0]?.[0] ?? to - span), marks });
  const hosts = live.hosts.rows(Math.min(step, 60)).filter(row => row[7] >= to - span);
  charts.latency.draw({
    rows: hosts.map(row => [row[7], row[1], row[2], row[3]]),
    marks,
    empty: 'no orders yet',
  });
  charts.cpu.draw({ rows: hosts.map(row => [row[7], row[4]]), marks });
  charts.queue.draw({ rows: hosts.map(row => [row[7], row[5], row[6]]), marks });
  set($('l-title'), t(live.host.kind === 'simulate' ? 'Wait from order to payment' : 'Order latency'));
  charts.throughput.legend($('t-legend'));
  charts.latency.legend($('l-legend'));
  charts.queue.legend($('q-legend'));
}

const cell = (text, kind = 'n') => el('td', { class: kind }, text);
const rate = value => (value === undefined ? '–' : short(Math.round(value * 10) / 10));

function drawHot(tick) {
  set($('hot-sub'), `${tick.hot.length} by paid value`);
  $('hot').tBodies[0].replaceChildren(
    ...tick.hot.map((one, at) => {
      const bar = el('i'),
        share = one.putIn ? one.sold / one.putIn : 0;
      bar.style.width = percent(share);
      return el(
        'tr',
        {},
        cell(String(at + 1), ''),
        el('td', {}, el('a', { href: '/listings?id=' + one.id, title: one.title }, one.title)),
        cell(yuan(one.priceFen)),
        cell(`${short(one.sold * live.factor)} / ${short(one.putIn * live.factor)}`),
        el(
          'td',
          {},
          el(
            'span',
            { class: 'sell' + (one.forSale === 0 ? ' out' : '') },
            bar,
            el('b', {}, one.forSale === 0 ? t('sold out') : percent(share, 0)),
          ),
        ),
        cell(rate(one.rate * live.factor)),
      );
    }),
  );
}

const dots = {
  active: '',
  paused: ' warn',
  stopping: ' warn',
  joining: ' warn',
  silent: ' bad',
  dead: ' bad',
  halted: ' bad',
};

function drawHosts(tick) {
  set(
    $('hosts-sub'),
    `${tick.hosts.filter(host => host.state === 'active').length} active of ${tick.hosts.length}, ` +
      `${tick.viewers} viewers here`,
  );
  $('hosts').tBodies[0].replaceChildren(
    ...tick.hosts.map(host => {
      const bar = el('i'),
        hot = host.cpu > 0.85;
      bar.style.width = percent(host.cpu);
      return el(
        'tr',
        { 'data-host': host.name, 'data-state': host.state },
        el('td', { title: host.name }, shortName(host.name)),
        el('td', {}, el('span', { class: 'dot' + (dots[host.state] ?? ' dim') }), ' ' + t(host.state)),
        el(
          'td',
          { class: 'n' },
          el('span', { class: 'meter' + (hot ? ' warn' : '') }, bar),
          percent(host.cpu, 0),
        ),
        cell(bytes(host.memory)),
        cell(host.activations === undefined ? '–' : count(host.activations)),
        cell(count(host.queue)),
        cell(rate(host.messages)),
        cell(rate(host.requests)),
        cell(rate(host.errors)),
        cell(ms(host.p99)),
        cell(ms(host.writeP99)),
        cell(percent(host.gcPause ?? 0)),
        cell(rate(host.shed)),
      );
    }),
  );
}

function drawOperations(tick) {
  $('operations').tBodies[0].replaceChildren(
    ...tick.operations.map(one =>
      el(
        'tr',
        {},
        cell(one.name, ''),
        cell(rate(one.rate)),
        cell(ms(one.latency?.[0])),
        cell(ms(one.latency?.[1])),
        cell(ms(one.latency?.[2])),
        cell(
          one.results
            .slice(0, 5)
            .map(([kind, n]) => `${kind} ${count(n)}`)
            .join(', '),
          '',
        ),
      ),
    ),
  );
  if (tick.operations.length === 0)
    $('operations').tBodies[0].replaceChildren(
      el('tr', {}, el('td', { colspan: 6, class: 'empty' }, 'no call yet')),
    );
}

function drawStreams(tick) {
  $('streams-panel').hidden = tick.streams.length === 0;
  set($('streams-sub'), `${short(tick.streams.reduce((sum, one) => sum + one.waiting, 0))} ${t('waiting')}`);
  $('streams').tBodies[0].replaceChildren(
    ...tick.streams.map(one =>
      el(
        'tr',
        { 'data-stream': one.name },
        el('td', {}, el('span', { class: 'dot' + (one.lagMs > 15000 ? ' warn' : '') }), ' ' + one.name),
        cell(count(one.waiting) + (one.more ? '+' : '')),
        cell(one.waiting ? ms(one.lagMs) : '–'),
      ),
    ),
  );
}

function drawAlerts(tick) {
  const open = tick.alerts.filter(alert => !alert.over).length;
  set($('alerts-sub'), `${open} open`);
  $('alerts').replaceChildren(
    ...tick.alerts.map(alert =>
      el(
        'li',
        { class: alert.over ? 'over' : '' },
        el('span', { class: 'dot' + (alert.over ? ' dim' : alert.severe ? ' bad' : ' warn') }),
        el('time', {}, clock(alert.at)),
        el(
          'span',
          {},
          (alert.about ? shortName(alert.about) + ': ' : '') +
            `${alert.subject.replaceAll('-', ' ')} ${short(alert.value)} ` +
            `(above ${short(alert.above)})${alert.over ? ', over' : ''}`,
        ),
      ),
    ),
  );
  if (tick.alerts.length === 0) $('alerts').replaceChildren(el('li', { class: 'empty' }, 'none'));
  $('members').replaceChildren(
    ...[...tick.members]
      .reverse()
      .map(change =>
        el(
          'li',
          { 'data-member': change.host, 'data-state': change.state },
          el('span', { class: 'dot' + (dots[change.state] ?? ' dim') }),
          el('time', {}, clock(change.at)),
          el('span', {}, `${shortName(change.host)} ${t(change.state)}`),
        ),
      ),
  );
  if (tick.members.length === 0)
    $('members').replaceChildren(el('li', { class: 'empty' }, 'one host, since its start'));
}

onTick(({ tick }) => {
  if (!tick.totals) return;
  drawKpis(tick);
  drawControls(tick);
  drawCharts(tick);
  drawHot(tick);
  drawHosts(tick);
  drawOperations(tick);
  drawStreams(tick);
  drawSwitches(tick);
  drawStudies(tick);
  drawPolicy();
  drawAlerts(tick);
});
start();
