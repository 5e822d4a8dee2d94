// Runs: past simulations and load tests, their reports, and two of them side by side.
import { $, el, set } from './dom.js';
import { t } from './choices.js';
import { moment } from './numbers.js';
import { ask } from './live.js';
import { start } from './shell.js';

const chosen = [];
const number = new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 });

// The numbers of a summary by their path; long lists (clocks, tables) are not for comparing by eye.
function flat(value, path, into) {
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string')
    into.set(path, value);
  else if (Array.isArray(value)) {
    if (value.length <= 12) value.forEach((item, at) => flat(item, `${path} ${item?.name ?? at + 1}`, into));
  } else if (value) {
    for (const [name, inner] of Object.entries(value))
      if (name !== 'name') flat(inner, path ? `${path} › ${name}` : name, into);
  }
  return into;
}

const say = value =>
  value === undefined ? '–' : typeof value === 'number' ? number.format(value) : String(value);

async function compare() {
  if (chosen.length < 2) {
    $('compare').replaceChildren(el('p', { class: 'empty' }, '…'));
    return;
  }
  const [a, b] = (
    await Promise.all(chosen.map(name => ask('/live/run?name=' + encodeURIComponent(name))))
  ).map(one => flat(one, '', new Map()));
  const rows = [...new Set([...a.keys(), ...b.keys()])]
    .filter(key => a.get(key) !== b.get(key))
    .slice(0, 300)
    .map(key => {
      const [x, y] = [a.get(key), b.get(key)],
        share = typeof x === 'number' && typeof y === 'number' && x ? (y - x) / Math.abs(x) : null;
      return el(
        'tr',
        {},
        el('td', {}, key),
        el('td', { class: 'n' }, say(x)),
        el('td', { class: 'n' }, say(y)),
        el(
          'td',
          { class: 'n' },
          share === null ? '' : (share >= 0 ? '+' : '') + (share * 100).toFixed(1) + '%',
        ),
      );
    });
  $('compare').replaceChildren(
    el(
      'table',
      {},
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          el('th', {}, 'what differs'),
          ...chosen.map(name => el('th', { class: 'n' }, name)),
          el('th', { class: 'n' }, '±'),
        ),
      ),
      el('tbody', {}, ...rows),
    ),
  );
}

function choose(box, name) {
  if (box.checked) chosen.push(name);
  else chosen.splice(chosen.indexOf(name), 1);
  while (chosen.length > 2) {
    const old = chosen.shift();
    document.querySelector(`input[data-run="${CSS.escape(old)}"]`).checked = false;
  }
  compare().catch(fault => $('compare').replaceChildren(el('p', { class: 'empty' }, fault.message)));
}

// A report is shown as it was written: its own policy lets it run nothing.
async function open(name) {
  const page = await ask('/live/report?name=' + encodeURIComponent(name));
  const address = URL.createObjectURL(new Blob([page], { type: 'text/html' }));
  window.open(address, '_blank', 'noopener');
}

async function list() {
  const { root, runs } = await ask('/live/runs');
  set($('runs-sub'), root ? `${runs.length} in the folder ${root}` : 'this host keeps no runs');
  $('runs').tBodies[0].replaceChildren(
    ...runs.map(run =>
      el(
        'tr',
        {},
        el(
          'td',
          {},
          el('input', {
            type: 'checkbox',
            'data-run': run.name,
            'aria-label': `compare ${run.name}`,
            onchange: event => choose(event.target, run.name),
          }),
        ),
        el('td', {}, run.name),
        el('td', {}, moment(Date.parse(run.at))),
        el(
          'td',
          {},
          run.hasReport
            ? el('button', { type: 'button', class: 'ghost', onclick: () => open(run.name) }, t('Report'))
            : '–',
        ),
      ),
    ),
  );
  if (runs.length === 0)
    $('runs').tBodies[0].replaceChildren(
      el('tr', {}, el('td', { colspan: 4, class: 'empty' }, 'none yet; flashsale simulate writes them')),
    );
}

list().catch(fault => set($('runs-sub'), fault.message));
compare();
start();
