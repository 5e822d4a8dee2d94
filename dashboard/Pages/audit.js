// Audit: each invariant, when it last held, and the first violation.
import { $, el, set } from './dom.js';
import { t } from './choices.js';
import { count, ms, moment } from './numbers.js';
import { onTick } from './live.js';
import { act } from './asking.js';
import { start } from './shell.js';

const passes = new Map();
let drawn = '';

onTick(({ tick }) => {
  const audit = tick.audit;
  $('books').replaceChildren(
    ...(tick.checks ?? []).map(check =>
      el(
        'li',
        { class: check.passed ? '' : 'failed' },
        el('span', { class: 'dot' + (check.passed ? '' : ' bad') }),
        el('span', { class: 'what' }, `${t(check.name).replaceAll('-', ' ')} (${check.rule})`),
        el('span', { class: 'word' }, t(check.passed ? 'pass' : 'FAIL')),
        el('small', {}, check.detail),
      ),
    ),
  );
  if (!audit) {
    set($('audit-sub'), 'not counted since the start');
    return;
  }
  if (drawn === `${audit.at} ${document.documentElement.lang}`) return;
  drawn = `${audit.at} ${document.documentElement.lang}`;
  for (const check of audit.checks) if (check.passed) passes.set(check.name, audit.at);
  set(
    $('audit-sub'),
    `${audit.checks.filter(check => check.passed).length} of ${audit.checks.length} hold, ` +
      `counted ${moment(audit.at)} in ${ms(audit.tookMs)}`,
  );
  $('audit').tBodies[0].replaceChildren(
    ...audit.checks.map(check =>
      el(
        'tr',
        { 'data-check': check.name },
        el('td', {}, check.name.replaceAll('-', ' ')),
        el('td', {}, check.rule),
        el(
          'td',
          {},
          el('span', { class: 'dot' + (check.passed ? '' : ' bad') }),
          ' ' + t(check.passed ? 'pass' : 'FAIL'),
        ),
        el('td', { class: 'n' }, count(check.checked)),
        el('td', {}, check.detail),
        el('td', {}, passes.has(check.name) ? moment(passes.get(check.name)) : 'never'),
      ),
    ),
  );
  set(
    $('failed'),
    audit.failed
      ? `First violation, ${moment(audit.failedAt)}: ${audit.failed.name}: ${audit.failed.detail}`
      : '',
  );
});

$('run').addEventListener('click', () =>
  act({
    title: t('Run the audit'),
    text: 'Everything is counted again; the market waits meanwhile.',
    path: '/live/control/audit',
  }),
);
start();
