// Charts in SVG, drawn by hand: lines over time with a grid, sparks, and the table behind each for readers.
import { el, reduced } from './dom.js';
import { t } from './choices.js';
import { clock, date, moment } from './numbers.js';

const space = 'http://www.w3.org/2000/svg';
function svg(tag, attributes = {}, text) {
  const made = document.createElementNS(space, tag);
  for (const [name, value] of Object.entries(attributes))
    if (name === 'style') made.style.cssText = value;
    else made.setAttribute(name, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

// Round steps for a linear axis: 1, 2 or 5 times a power of ten.
function niceStep(span, ticks) {
  const rough = span / ticks,
    power = 10 ** Math.floor(Math.log10(rough || 1));
  return [1, 2, 5, 10].map(n => n * power).find(step => step >= rough) ?? power * 10;
}

const timeSteps = [
  1, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 172800, 432000,
  864000, 1728000, 2592000, 5184000,
];
const chinaOffset = 8 * 3600;

export class LineChart {
  // series: [{ name, color, fill }], format: value → text
  constructor(host, { series, format, axis = format, log = false, label, min = 1 }) {
    Object.assign(this, { host, series, format, axis, log, label, min });
    this.picture = svg('svg', { role: 'img', 'aria-label': label });
    this.table = el('table');
    host.append(this.picture, el('div', { class: 'vh' }, this.table)); // a table alone is never so small
    this.tableAt = 0;
    new ResizeObserver(() => this.last && this.draw(this.last)).observe(host);
  }

  // rows: [[second, v0, v1, …]], marks: [{ at, text }]
  draw(what) {
    this.last = what;
    this.picture.setAttribute('aria-label', t(this.label));
    const { rows, marks = [] } = what;
    const width = this.host.clientWidth,
      height = this.host.clientHeight;
    if (!width || !height) return;
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    const left = 4.2 * rem,
      right = 0.8 * rem,
      top = 0.8 * rem,
      bottom = 1.6 * rem;
    this.picture.setAttribute('viewBox', `0 0 ${width} ${height}`);
    const parts = [];
    const from = what.from ?? rows[0]?.[0] ?? 0,
      to = Math.max(what.to ?? rows.at(-1)?.[0] ?? 1, from + 1);
    const x = at => left + ((at - from) / (to - from)) * (width - left - right);
    const { y, lines } = this.scale(rows, top, height - bottom);
    for (const [value, text] of lines) {
      parts.push(svg('line', { class: 'grid', x1: left, x2: width - right, y1: y(value), y2: y(value) }));
      parts.push(svg('text', { x: left - 0.6 * rem, y: y(value) + 0.3 * rem, 'text-anchor': 'end' }, text));
    }
    const ground = this.log ? height - bottom : y(0);
    parts.push(svg('line', { class: 'axis', x1: left, x2: width - right, y1: ground, y2: ground }));
    this.times(parts, from, to, x, height, width, rem, right);
    const clipped = rows.filter(row => row[0] >= from && row[0] <= to);
    this.series.forEach((one, at) =>
      this.line(
        parts,
        one,
        clipped.map(row => [
          x(row[0]),
          row[at + 1] === null || row[at + 1] === undefined ? null : y(row[at + 1]),
        ]),
        ground,
      ),
    );
    for (const mark of marks) {
      if (mark.at < from || mark.at > to) continue;
      parts.push(
        svg('line', { class: 'mark', x1: x(mark.at), x2: x(mark.at), y1: top, y2: height - bottom }),
      );
      const atEnd = x(mark.at) > width - 9 * rem;
      parts.push(
        svg(
          'text',
          {
            x: x(mark.at) + (atEnd ? -0.4 : 0.4) * rem,
            y: top + 0.7 * rem,
            'text-anchor': atEnd ? 'end' : 'start',
            fill: 'var(--text)',
          },
          mark.text,
        ),
      );
    }
    if (rows.length === 0)
      parts.push(svg('text', { x: width / 2, y: height / 2, 'text-anchor': 'middle' }, what.empty ?? '…'));
    this.picture.replaceChildren(...parts);
    this.tell(clipped);
  }

  scale(rows, top, bottom) {
    let high = 0,
      low = Infinity, // above 0
      least = 0;
    for (const row of rows) {
      for (let at = 1; at <= this.series.length; at++) {
        if (row[at] === null || row[at] === undefined) continue;
        high = Math.max(high, row[at]);
        least = Math.min(least, row[at]);
        if (row[at] > 0) low = Math.min(low, row[at]);
      }
    }
    if (this.log) {
      const first = Math.floor(Math.log10(low === Infinity ? 1 : low)),
        last = Math.max(first + 1, Math.ceil(Math.log10(high || 10)));
      const y = value =>
        bottom - ((Math.log10(Math.max(value, 10 ** first)) - first) / (last - first)) * (bottom - top);
      const lines = [];
      for (let power = first; power <= last; power++) lines.push([10 ** power, this.axis(10 ** power)]);
      return { y, lines };
    }
    const ceiling = this.ceiling ?? Math.max(high, this.min) * 1.04;
    const step = niceStep(ceiling - least, Math.max(2, Math.min(5, (bottom - top) / 45)));
    const max = this.ceiling ?? Math.ceil(ceiling / step) * step;
    const min = Math.floor(least / step) * step;
    const y = value => bottom - Math.min(1, (value - min) / (max - min)) * (bottom - top);
    const lines = [];
    for (let value = min; value <= max + step / 100; value += step) lines.push([value, this.axis(value)]);
    return { y, lines };
  }

  times(parts, from, to, x, height, width, rem, right) {
    const most = Math.max(2, width / rem / 9);
    const step = timeSteps.find(one => (to - from) / one <= most) ?? 8640000;
    const first = Math.ceil((from + chinaOffset) / step) * step - chinaOffset;
    for (let at = first; at <= to; at += step) {
      if (x(at) > width - right - 2.5 * rem) continue;
      const text = clock(at * 1000);
      parts.push(
        svg(
          'text',
          { x: x(at), y: height - 0.35 * rem, 'text-anchor': 'middle' },
          step >= 86400 ? date(at * 1000) : step >= 60 ? text.slice(0, 5) : text,
        ),
      );
    }
  }

  line(parts, one, points, bottom) {
    const known = points.filter(point => point[1] !== null);
    if (known.length === 0) return;
    const path = 'M' + known.map(([px, py]) => px.toFixed(1) + ' ' + py.toFixed(1)).join('L');
    if (one.fill)
      parts.push(
        svg('path', {
          d: `${path}L${known.at(-1)[0].toFixed(1)} ${bottom}L${known[0][0].toFixed(1)} ${bottom}Z`,
          style: `fill:${one.color};stroke:none;opacity:.18`,
        }),
      );
    parts.push(
      svg('path', {
        d: path,
        'data-series': one.name,
        style: `stroke:${one.color}` + (one.dash ? ';stroke-dasharray:.5rem .4rem' : ''),
      }),
    );
    if (known.length === 1)
      parts.push(svg('circle', { cx: known[0][0], cy: known[0][1], r: 3, fill: one.color }));
  }

  // A dozen rows for those who read the chart and do not see it; seldom, because nobody reads that fast.
  tell(rows) {
    if (performance.now() - this.tableAt < 5000) return;
    this.tableAt = performance.now();
    const every = Math.max(1, Math.floor(rows.length / 12));
    const isLong = rows.length > 1 && rows.at(-1)[0] - rows[0][0] > 86400;
    this.table.replaceChildren(
      el('caption', {}, t(this.label)),
      el('tr', {}, el('th', {}, t('time')), ...this.series.map(one => el('th', {}, t(one.name)))),
      ...rows
        .filter((_, at) => at % every === 0)
        .map(row =>
          el(
            'tr',
            {},
            el('td', {}, (isLong ? moment : clock)(row[0] * 1000)),
            ...this.series.map((_, at) =>
              el(
                'td',
                {},
                row[at + 1] === null || row[at + 1] === undefined ? '–' : this.format(row[at + 1]),
              ),
            ),
          ),
        ),
    );
  }

  legend(host) {
    host.replaceChildren(
      ...this.series.map(one => {
        const dash = el('i');
        dash.style.background = one.color;
        return el('span', {}, dash, t(one.name));
      }),
    );
  }
}

export function spark(picture, values, color) {
  const width = 100,
    height = 20;
  picture.setAttribute('viewBox', `0 0 ${width} ${height}`);
  picture.setAttribute('preserveAspectRatio', 'none');
  const known = values.filter(value => value !== null && value !== undefined);
  const high = Math.max(...known, 1),
    low = 0;
  const x = at => ((at / Math.max(1, known.length - 1)) * width).toFixed(1);
  const y = value => (height - 1 - ((value - low) / (high - low)) * (height - 2)).toFixed(1);
  const path = known.map((value, at) => `${x(at)} ${y(value)}`).join('L');
  picture.replaceChildren(
    svg('path', {
      d: path ? 'M' + path : '',
      fill: 'none',
      style: `stroke:${color};stroke-width:.14rem`,
      'vector-effect': 'non-scaling-stroke',
    }),
  );
}

// Counts up towards the newest true value and never beyond it.
export class Counter {
  constructor(node, format) {
    Object.assign(this, { node, format, shown: null, target: 0 });
  }
  to(value) {
    this.node.dataset.value = value;
    if (this.shown === null || reduced.matches || value < this.shown) {
      this.shown = value;
      this.show();
    }
    this.from = this.shown;
    this.target = value;
    this.began = performance.now();
    if (this.shown !== value && !this.running) {
      this.running = true;
      requestAnimationFrame(() => this.step());
    }
  }
  step() {
    const share = Math.min(1, (performance.now() - this.began) / 450);
    this.shown = this.from + (this.target - this.from) * share;
    this.show();
    if (share < 1) requestAnimationFrame(() => this.step());
    else this.running = false;
  }
  show() {
    const text = this.format(this.shown);
    if (this.node.textContent === text) return;
    this.node.textContent = text;
    this.node.style.setProperty('--letters', text.length);
  }
}

export function colorOf(share) {
  const low = [58, 30, 66],
    middle = [160, 32, 48],
    high = [240, 130, 48];
  const mix = (a, b, part) => a.map((value, at) => Math.round(value + (b[at] - value) * part));
  const rgb = share < 0.5 ? mix(low, middle, share * 2) : mix(middle, high, share * 2 - 1);
  return { back: `rgb(${rgb.join(' ')})`, dark: share > 0.8 };
}
