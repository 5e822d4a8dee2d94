// The numbers of the rules: those in force, and what planned changes make of them at their moments (GOV-1).
import { $, el, set } from './dom.js';
import { t } from './choices.js';
import { moment } from './numbers.js';
import { ask } from './live.js';
import { act } from './asking.js';
import { offered } from './controls.js';

const everyMs = 5000;
let askedAt = -everyMs;
let drawn = '';

// Every number by its path; the parts of a list are called by their names.
function numbersOf(value, path = '') {
  if (value === null || typeof value !== 'object') return [[path, String(value)]];
  return Object.entries(value)
    .filter(([key]) => !(path.includes('.') && key === 'name'))
    .flatMap(([key, part]) => numbersOf(part, [path, part?.name ?? key].filter(Boolean).join('.')));
}

function changesOf(before, after) {
  const old = new Map(numbersOf(before));
  return numbersOf(after)
    .filter(([path, value]) => old.get(path) !== value)
    .map(([path, value]) => `${path} ${old.get(path) ?? '–'} → ${value}`);
}

function drawPlanned(plan, before) {
  const changes = changesOf(before, plan.policy),
    from = moment(Date.parse(plan.from));
  return el(
    'li',
    { 'data-from': plan.from },
    el('time', {}, from),
    el('span', {}, changes.join(', ') || t('nothing changes')),
    el(
      'button',
      {
        type: 'button',
        disabled: !offered('Switches'),
        onclick: async () => {
          const isDone = await act({
            title: t('Withdraw'),
            text: `The change of ${from} will not come; others stay planned.`,
            reason: true,
            method: 'PUT',
            path: '/api/v1/policy/withdrawal',
            body: why => ({ from: plan.from, who: 'console', why }),
          });
          askedAt = isDone ? -everyMs : askedAt;
        },
      },
      t('Withdraw'),
    ),
  );
}

function draw(found) {
  const state = JSON.stringify([found, document.documentElement.lang]);
  if (state === drawn) return; // a button that is being pressed must not be replaced
  drawn = state;
  set(
    $('policy-sub'),
    (found.since ? `${t('in force since')} ${moment(Date.parse(found.since))}` : t('as at the beginning')) +
      `, ${found.planned.length} ${t('planned')}`,
  );
  let before = found.policy;
  $('planned').replaceChildren(
    ...found.planned.map(plan => {
      const drawnPlan = drawPlanned(plan, before);
      before = plan.policy;
      return drawnPlan;
    }),
  );
  $('policy').tBodies[0].replaceChildren(
    ...numbersOf(found.policy).map(([path, value]) =>
      el('tr', {}, el('td', {}, path), el('td', { class: 'n' }, value)),
    ),
  );
}

export async function drawPolicy() {
  if (performance.now() - askedAt < everyMs) return;
  askedAt = performance.now();
  try {
    draw(await ask('/api/v1/policy'));
  } catch {
    set($('policy-sub'), t('the host did not tell'));
  }
}
